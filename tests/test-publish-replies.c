/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-sample.h"
#include "wijk-publish-table.h"

#include <string.h>

#define N 130

/* What a remark's own words and those of its answer are. */
static char *
name_words (guint remark)
{
  return g_strdup_printf ("uniek%ux", remark);
}

static char *
name_answer (guint remark)
{
  if (report_sample_is_clustered (remark))
    return g_strdup_printf ("Reden bundel%ux.", remark / 10);
  return g_strdup_printf ("Reden antwoord%ux.", remark);
}

static void
assert_remark (const char *text, guint remark, gboolean is_internal)
{
  g_autofree char *words = name_words (remark);
  g_autofree char *answer = name_answer (remark);
  guint n_shown = is_internal || report_sample_is_answered (remark) ? 1 : 0;

  if (report_sample_count (text, words) != n_shown)
    g_error ("%s comes %u times", words, report_sample_count (text, words));
  if (report_sample_is_answered (remark) && !report_sample_is_clustered (remark))
    g_assert_cmpuint (report_sample_count (text, answer), ==, 1);
}

/* Every remark comes once with its answer, whatever the order; inside also the others. */
static void
test_once (void)
{
  g_autoptr (GBytes) plan = report_sample_plan (N);

  for (int by = 0; by < WIJK_N_REPORT_ORDERS; by++)
    for (int is_internal = 0; is_internal < 2; is_internal++)
      {
        const WijkReportChoice choice = { .kind = WIJK_REPORT_REPLIES,
                                          .by = (WijkReportOrder) by,
                                          .is_internal = is_internal };
        g_autoptr (GBytes) pdf = report_sample_pdf (plan, &choice);
        g_autofree char *text = report_sample_read (pdf);

        for (guint i = 0; i < N; i++)
          assert_remark (text, i, is_internal);
        g_assert_cmpuint (
            report_sample_count (text, "Nog geen antwoord"), ==, is_internal ? N / 10 : 0);
        g_assert_cmpuint (report_sample_count (text, "Leeg thema"), ==, 0);
      }
}

/* By theme a cluster has one answer; one that differs stands with its remark. */
static void
test_clusters (void)
{
  const WijkReportChoice choice = { .kind = WIJK_REPORT_REPLIES };
  g_autoptr (GBytes) plan = report_sample_plan (N);
  g_autoptr (GBytes) pdf = report_sample_pdf (plan, &choice);
  g_autofree char *text = report_sample_read (pdf);

  for (guint i = 0; i < N / 10; i++)
    {
      g_autofree char *title = g_strdup_printf ("Titelbundel%ux", i);
      g_autofree char *reason = g_strdup_printf ("Reden bundel%ux.", i);

      g_assert_cmpuint (report_sample_count (text, title), ==, 1);
      g_assert_cmpuint (report_sample_count (text, reason), ==, 1);
    }
  g_assert_cmpuint (report_sample_count (text, "4 reacties die hetzelfde zeggen"), ==, N / 10);
  g_assert_cmpuint (report_sample_count (text, "eens 12, oneens 4"), ==, N / 10);
  g_assert_nonnull (strstr (text, "tegengeluid: R-5"));
  g_assert_nonnull (strstr (text, "tegengeluid: R-6"));
  g_assert_nonnull (strstr (text, "Komt terug in prioriteit: Veilig oversteken"));
}

static void
test_personal (void)
{
  WijkReportChoice choice = { .kind = WIJK_REPORT_REPLIES };
  g_autoptr (GBytes) plan = report_sample_plan (20);
  g_autoptr (GBytes) public = report_sample_pdf (plan, &choice);
  g_autofree char *outside = report_sample_read (public);
  g_autoptr (GBytes) internal = NULL;
  g_autofree char *inside = NULL;

  g_assert_null (strstr (outside, REPORT_SAMPLE_SECRET));
  g_assert_null (strstr (outside, "nabellen"));
  g_assert_null (strstr (outside, "Intern"));
  choice.is_internal = TRUE;
  internal = report_sample_pdf (plan, &choice);
  inside = report_sample_read (internal);
  g_assert_nonnull (strstr (inside, "nog nabellen"));
  g_assert_nonnull (strstr (inside, "Intern · 23 november 2026"));
  g_assert_nonnull (strstr (inside, "Ingetrokken reacties"));
}

static void
test_session (void)
{
  const WijkReportChoice choice = { .kind = WIJK_REPORT_REPLIES,
                                    .session = "session-00000000000000000000000001" };
  g_autoptr (GBytes) plan = report_sample_plan (N);
  g_autoptr (GBytes) pdf = report_sample_pdf (plan, &choice);
  g_autofree char *text = report_sample_read (pdf);

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *words = name_words (i);
      guint n_times = i % 4 != 3 && i % 3 == 1 && report_sample_is_answered (i) ? 1 : 0;

      g_assert_cmpuint (report_sample_count (text, words), ==, n_times);
    }
  g_assert_nonnull (strstr (text, "Wijkschouw"));
}

/* ---- tables ---- */

static GPtrArray *
make_tables (GBytes *plan, const WijkReportChoice *choice)
{
  const WijkPublishOptions options = { .resources = publish_sample_resources (),
                                       .draft = &publish_sample_moment };
  g_autoptr (GError) error = NULL;
  GPtrArray *tables = wijk_report_write_tables (plan, choice, &options, TRUE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tables->len, ==, 1);
  return tables;
}

static void
test_table (void)
{
  g_autoptr (GBytes) plan = report_sample_plan (N);

  for (int is_internal = 0; is_internal < 2; is_internal++)
    {
      const WijkReportChoice choice = { .kind = WIJK_REPORT_REPLIES, .is_internal = is_internal };
      g_autoptr (GPtrArray) tables = make_tables (plan, &choice);
      const WijkReportTable *table = g_ptr_array_index (tables, 0);
      g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (table->rows->len, ==, is_internal ? N : N / 10 * 8);
      g_assert_cmpuint (table->columns->len, ==, is_internal ? 17 : 15);
      for (guint i = 0; i < table->rows->len; i++)
        {
          char **row = g_ptr_array_index (table->rows, i);
          guint remark = (guint) g_ascii_strtoull (row[0] + 2, NULL, 10) - 1;
          g_autofree char *words = name_words (remark);
          g_autofree char *answer = name_answer (remark);

          g_assert_true (g_hash_table_add (labels, row[0]));
          g_assert_nonnull (strstr (row[1], words));
          if (report_sample_is_answered (remark))
            g_assert_cmpstr (row[13], ==, answer);
          else
            g_assert_cmpstr (row[13], ==, "");
        }
    }
}

static void
test_same_bytes (void)
{
  const WijkReportChoice choice = { .kind = WIJK_REPORT_REPLIES, .is_internal = TRUE };
  g_autoptr (GBytes) plan = report_sample_plan (60);
  g_autoptr (GBytes) first = report_sample_pdf (plan, &choice);
  g_autoptr (GBytes) again = NULL;

  g_setenv ("TZ", "Pacific/Auckland", TRUE);
  again = report_sample_pdf (plan, &choice);
  g_assert_true (g_bytes_equal (first, again));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/replies/once", test_once);
  g_test_add_func ("/publish/replies/clusters", test_clusters);
  g_test_add_func ("/publish/replies/personal", test_personal);
  g_test_add_func ("/publish/replies/session", test_session);
  g_test_add_func ("/publish/replies/table", test_table);
  g_test_add_func ("/publish/replies/same-bytes", test_same_bytes);
  return g_test_run ();
}
