/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-sample.h"
#include "wijk-coverage.h"
#include "wijk-publish-table.h"

#include <string.h>

#define START "session-00000000000000000000000000"
#define WALK "session-00000000000000000000000001"

static const WijkReportKind pdf_kinds[] = { WIJK_REPORT_PARTICIPATION,
                                            WIJK_REPORT_REPLIES,
                                            WIJK_REPORT_YOU_SAID,
                                            WIJK_REPORT_CARDS,
                                            WIJK_REPORT_DOT_SHEETS };

static WijkReportChoice
choose (WijkReportKind kind)
{
  return (WijkReportChoice) { .kind = kind, .session = kind == WIJK_REPORT_CARDS ? START : NULL };
}

static GPtrArray *
make_tables (GBytes *plan, const WijkReportChoice *choice, gboolean as_one)
{
  const WijkPublishOptions options = { .resources = publish_sample_resources (),
                                       .draft = &publish_sample_moment };
  g_autoptr (GError) error = NULL;
  GPtrArray *tables = wijk_report_write_tables (plan, choice, &options, as_one, NULL, &error);

  g_assert_no_error (error);
  return tables;
}

/* ---- small groups ---- */

static const struct
{
  const char *counts; /* "name n,name n" */
  const char *safe;
} groups[] = {
  { "", "" },
  { "a 9,b 5", "a 9,b 5" },
  { "a 9,b 4", "rest 13" }, /* b would be found by subtraction */
  { "a 9,b 7,c 4", "a 9,rest 11" },
  { "a 9,b 3,c 2", "a 9,rest 5" }, /* two together are no longer few */
  { "a 9,b 3,c 1", "rest 13" },
  { "a 9,b 8,c 2,d 2", "a 9,rest 12" },
  { "a 4", "rest -1" },
  { "a 1,b 1", "rest -1" },
  { "b 6,a 6", "a 6,b 6" },
};

static void
test_small_groups (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (WijkCounts) counts = wijk_counts_new ();
      g_auto (GStrv) parts = g_strsplit (groups[i].counts, ",", -1);
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (GArray) list = NULL;
      gint64 before = 0, after = 0;

      for (guint k = 0; parts[k] && *parts[k]; k++)
        {
          char name[2] = { parts[k][0], '\0' };

          wijk_counts_add (counts, name, g_ascii_strtoll (parts[k] + 2, NULL, 10));
          before += g_ascii_strtoll (parts[k] + 2, NULL, 10);
        }
      list = wijk_counts_list_safe (counts, "rest");
      for (guint k = 0; k < list->len; k++)
        {
          const WijkCoverage *group = &g_array_index (list, WijkCoverage, k);

          g_string_append_printf (found, "%s%s %d", k > 0 ? "," : "", group->name, (int) group->n);
          g_assert_true (group->n == -1 || group->n >= WIJK_COVERAGE_LEAST);
          after += group->n;
        }
      g_assert_cmpstr (found->str, ==, groups[i].safe);
      if (!strstr (groups[i].safe, "-1"))
        g_assert_cmpint (before, ==, after); /* the total stays the total */
    }
}

/* ---- the participation report ---- */

static const char *const participation_parts[] = { "Wijkplan Proefwijk · 2027–2031",
                                                   "Participatieverslag",
                                                   "67",  /* 64 and 3 who were there */
                                                   "108", /* counted remarks */
                                                   "96",  /* answered ones */
                                                   "zijn betrokken: bewoners, ondernemers",
                                                   "Er waren 3 bijeenkomsten.",
                                                   "1 van de 1 prioriteiten",
                                                   "Startavond",
                                                   "12 maart 2026",
                                                   "Buurtkamer",
                                                   "thematafels",
                                                   "Raadplegen",
                                                   "alle bewoners",
                                                   "Wat moet blijven?",
                                                   "64",
                                                   "Bewoner (58), Kleine groepen samen (10)",
                                                   "Wijkschouw",
                                                   "Kraam",
                                                   "minder dan 5",
                                                   "Buiten een bijeenkomst",
                                                   "Wie is gehoord",
                                                   "Zonder reacties:",
                                                   "96 van de 108 reacties hebben een antwoord",
                                                   "Voorbeelden van wat is overgenomen",
                                                   "Veilig oversteken",
                                                   "niet is overgenomen, en waarom",
                                                   NULL };

static void
test_participation (void)
{
  const WijkReportChoice choice = choose (WIJK_REPORT_PARTICIPATION);
  g_autoptr (GBytes) plan = report_sample_plan (120);
  g_autoptr (GBytes) pdf = report_sample_pdf (plan, &choice);
  g_autofree char *text = report_sample_read (pdf);
  const char *at = text;

  for (guint i = 0; participation_parts[i]; i++)
    {
      const char *found = strstr (at, participation_parts[i]);

      if (!found)
        g_error ("“%s” is missing or out of order", participation_parts[i]);
      at = found + strlen (participation_parts[i]);
    }
  g_assert_null (strstr (text, REPORT_SAMPLE_SECRET));
  g_assert_null (strstr (text, "Ondernemer (3)"));
  g_assert_null (strstr (text, "samen (minder")); /* nothing is told apart: nothing is said */
}

static gint64
sum_column (const WijkReportTable *table, guint column)
{
  gint64 sum = 0;

  for (guint i = 0; i < table->rows->len; i++)
    sum += g_ascii_strtoll (((char **) g_ptr_array_index (table->rows, i))[column], NULL, 10);
  return sum;
}

/* Each way of counting adds up to the same remarks. */
static void
test_totals (void)
{
  const WijkReportChoice choice = choose (WIJK_REPORT_PARTICIPATION);
  g_autoptr (GBytes) plan = report_sample_plan (120);
  g_autoptr (GPtrArray) tables = make_tables (plan, &choice, FALSE);
  g_autoptr (GPtrArray) one = make_tables (plan, &choice, TRUE);
  guint n_cells = 0;

  g_assert_cmpuint (tables->len, ==, 8);
  g_assert_cmpint (sum_column (g_ptr_array_index (tables, 0), 7), ==, 108); /* sessions */
  for (guint i = 2; i < 7; i++) /* area, channel, role, theme, outcome */
    g_assert_cmpint (sum_column (g_ptr_array_index (tables, i), 1), ==, 108);
  for (guint i = 0; i < tables->len; i++)
    {
      const WijkReportTable *table = g_ptr_array_index (tables, i);

      for (guint r = 0; r < table->rows->len; r++)
        for (guint c = 1; c < table->columns->len; c++)
          n_cells += *((char **) g_ptr_array_index (table->rows, r))[c] != '\0';
    }
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (((WijkReportTable *) one->pdata[0])->rows->len, ==, n_cells);
}

/* ---- to hang up ---- */

static void
test_you_said (void)
{
  WijkReportChoice choice = choose (WIJK_REPORT_YOU_SAID);
  g_autoptr (GBytes) plan = report_sample_plan (60);
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  const WijkReportTable *table;

  choice.session = WALK;
  tables = make_tables (plan, &choice, TRUE);
  pdf = report_sample_pdf (plan, &choice);
  text = report_sample_read (pdf);
  table = g_ptr_array_index (tables, 0);
  g_assert_cmpuint (table->rows->len, >, 3);
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **row = g_ptr_array_index (table->rows, i);

      g_assert_nonnull (strstr (text, row[1])); /* what was said */
      g_assert_nonnull (strstr (text, row[4])); /* what is done */
      g_assert_nonnull (strstr (text, row[5])); /* why */
    }
  g_assert_nonnull (strstr (text, "Dat doen we niet"));
  g_assert_nonnull (strstr (text, "U zei – wij doen"));
  g_assert_null (strstr (text, "Startavond"));
  g_assert_null (strstr (text, REPORT_SAMPLE_SECRET));
}

/* ---- to write and to stick on ---- */

/* The words of ten cards of a session, from 41 on. */
static char *
read_cards (const char *session)
{
  WijkReportChoice choice = choose (WIJK_REPORT_CARDS);
  g_autoptr (GBytes) plan = report_sample_plan (2);
  g_autoptr (GBytes) pdf = NULL;

  choice.session = session;
  choice.n_cards = 10;
  choice.first = 41;
  pdf = report_sample_pdf (plan, &choice);
  return report_sample_read (pdf);
}

static void
test_cards (void)
{
  g_autofree char *start = read_cards (START);
  g_autofree char *walk = read_cards (WALK);
  const char *number = strstr (start, "-041");
  g_autofree char *code = g_strndup (number - 2, 3);

  for (guint n = 41; n < 51; n++)
    {
      g_autofree char *card = g_strdup_printf ("%s%03u", code, n);

      g_assert_cmpuint (report_sample_count (start, card), ==, 1);
      g_assert_null (strstr (walk, card)); /* another session has numbers of its own */
    }
  g_assert_null (strstr (start, "-051"));
  g_assert_cmpuint (report_sample_count (start, "Startavond"), ==, 10);
  g_assert_cmpuint (report_sample_count (start, "Wat moet blijven?"), ==, 10);
  g_assert_cmpuint (report_sample_count (start, "Verkeer"), ==, 10);
}

static void
test_dot_sheets (void)
{
  const WijkReportChoice choice = choose (WIJK_REPORT_DOT_SHEETS);
  g_autoptr (GBytes) plan = report_sample_plan (2);
  g_autoptr (GBytes) pdf = report_sample_pdf (plan, &choice);
  g_autofree char *text = report_sample_read (pdf);

  g_assert_nonnull (strstr (text, "Wat eerst?"));
  g_assert_nonnull (strstr (text, "Ieder heeft 5 stickers."));
  g_assert_nonnull (strstr (text, "1. Licht"));
  g_assert_nonnull (strstr (text, "2. Bankjes"));
  g_assert_cmpuint (report_sample_count (text, "Totaal"), ==, 2);
}

/* ---- whatever the plan ---- */

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) plan = report_sample_plan (40);

  for (guint i = 0; i < G_N_ELEMENTS (pdf_kinds); i++)
    {
      const WijkReportChoice choice = choose (pdf_kinds[i]);
      g_autoptr (GBytes) first = report_sample_pdf (plan, &choice);
      g_autoptr (GBytes) again = report_sample_pdf (plan, &choice);

      g_assert_true (g_bytes_equal (first, again));
    }
}

static const struct
{
  const char *plan;
  gboolean is_made[G_N_ELEMENTS (pdf_kinds)];
} odd_plans[] = {
  { "{}", { TRUE, TRUE, FALSE, FALSE, FALSE } },
  { "{\"remarks\":3,\"themes\":{},\"sessions\":\"x\",\"clusters\":[1,null]}",
    { TRUE, TRUE, FALSE, FALSE, FALSE } },
  { "{\"sessions\":[{\"id\":\"" START "\"}],\"remarks\":[{},{\"text\":5}]}",
    { TRUE, TRUE, FALSE, TRUE, FALSE } },
  { "{\"sessions\":[{\"id\":\"" START "\",\"title\":\"\\n\\u0001\",\"date\":\"99\",\"questions\":"
    "\"\\n\\n\",\"head-count\":-4,\"attendances\":[{\"count\":-9}]}],\"remarks\":[{\"id\":\"a\","
    "\"part-of\":\"a\",\"cluster\":\"a\",\"session\":\"" START "\",\"text\":\"\\ufffe\\u202e👍🏽 "
    "漢字\",\"outcome\":\"vreemd\",\"reason\":\"\\u0007\",\"opposes\":[\"a\",\"b\"],\"count\":"
    "9223372036854775807,\"agree\":-1}],\"clusters\":[{\"id\":\"a\",\"opposes\":[\"a\"]}],"
    "\"ballots\":[{\"dots\":-3,\"options\":[{}]}]}",
    { TRUE, TRUE, FALSE, TRUE, TRUE } },
  { "{\"sessions\":[{\"id\":\"" START "\"}],\"remarks\":[{\"text\":\"Ja\",\"outcome\":"
    "\"overgenomen\",\"reason\":\"Nee\",\"session\":\"" START "\",\"themes\":[\"t\",\"t\"]}],"
    "\"themes\":[{\"id\":\"t\",\"name\":\"T\"},{\"id\":\"t\",\"name\":\"U\"}]}",
    { TRUE, TRUE, TRUE, TRUE, FALSE } },
};

static void
test_odd_plans (void)
{
  for (guint p = 0; p < G_N_ELEMENTS (odd_plans); p++)
    for (guint i = 0; i < G_N_ELEMENTS (pdf_kinds); i++)
      for (int is_internal = 0; is_internal < 2; is_internal++)
        {
          WijkReportChoice choice = choose (pdf_kinds[i]);
          g_autoptr (GBytes) plan =
              g_bytes_new_static (odd_plans[p].plan, strlen (odd_plans[p].plan));
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) pdf = NULL;

          choice.is_internal = is_internal;
          pdf = report_sample_try (plan, &choice, &error);
          g_test_message ("plan %u, kind %u", p, pdf_kinds[i]);
          if (odd_plans[p].is_made[i])
            g_assert_no_error (error);
          else
            g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_CHOICE);
        }
}

/* Texts without end, without a place to break, and of many lines. */
static GBytes *
create_long_plan (void)
{
  GString *json = g_string_new ("{\"title\":\"");
  g_autofree char *word = g_strnfill (3000, 'w');
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (lines, "regel %u\\n", i);
  g_string_append_printf (json,
                          "%s\",\"themes\":[{\"id\":\"t\",\"name\":\"%s\"}],\"sessions\":[{\"id\":"
                          "\"" START "\",\"title\":\"%s\",\"location\":\"%s\",\"questions\":\"%s\","
                          "\"method\":\"%s\"}],",
                          word,
                          word,
                          word,
                          word,
                          lines->str,
                          lines->str);
  g_string_append_printf (json,
                          "\"ballots\":[{\"session\":\"" START
                          "\",\"title\":\"%s\",\"options\":[{\"title\":\"%s\"}]}],",
                          word,
                          lines->str);
  g_string_append_printf (
      json,
      "\"clusters\":[{\"id\":\"c\",\"title\":\"%s\",\"outcome\":\"overgenomen\","
      "\"reason\":\"%s\"}],",
      word,
      lines->str);
  g_string_append_printf (
      json,
      "\"remarks\":[{\"session\":\"" START "\",\"cluster\":\"c\",\"themes\":"
      "[\"t\"],\"text\":\"%s\"},{\"session\":\"" START
      "\",\"text\":\"%s\",\"outcome\":\"niet-overgenomen\",\"reason\":\"%s\"}]}",
      lines->str,
      word,
      word);
  return g_string_free_to_bytes (json);
}

static void
test_long_texts (void)
{
  g_autoptr (GBytes) plan = create_long_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (pdf_kinds); i++)
    for (int by = 0; by < WIJK_N_REPORT_ORDERS; by++)
      {
        WijkReportChoice choice = choose (pdf_kinds[i]);
        g_autoptr (GBytes) pdf = NULL;

        choice.by = (WijkReportOrder) by;
        choice.is_internal = TRUE;
        pdf = report_sample_pdf (plan, &choice);
        g_assert_nonnull (pdf);
      }
}

static void
test_errors (void)
{
  const WijkPublishOptions options = { .resources = publish_sample_resources (),
                                       .created = "2026-11-23T13:05:00Z",
                                       .producer = "Wijkplan",
                                       .draft = &publish_sample_moment };
  g_autoptr (GBytes) plan = report_sample_plan (10);
  g_autoptr (GBytes) broken = g_bytes_new_static ("{", 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  WijkReportChoice choice = choose (WIJK_REPORT_REPLIES);
  g_autoptr (GError) error = NULL;

  choice.session = "session-of-another-plan";
  g_assert_null (report_sample_try (plan, &choice, &error));
  g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_CHOICE);
  g_clear_error (&error);
  g_assert_null (wijk_report_write_tables (plan, &choice, &options, TRUE, NULL, &error));
  g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_CHOICE);
  g_clear_error (&error);
  choice.session = NULL;
  g_assert_null (wijk_report_write_tables (broken, &choice, &options, TRUE, NULL, &error));
  g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_PLAN);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (wijk_report_write_pdf (plan, &choice, &options, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (wijk_report_write_tables (plan, &choice, &options, TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/reports/small-groups", test_small_groups);
  g_test_add_func ("/publish/reports/participation", test_participation);
  g_test_add_func ("/publish/reports/totals", test_totals);
  g_test_add_func ("/publish/reports/you-said", test_you_said);
  g_test_add_func ("/publish/reports/cards", test_cards);
  g_test_add_func ("/publish/reports/dot-sheets", test_dot_sheets);
  g_test_add_func ("/publish/reports/same-bytes", test_same_bytes);
  g_test_add_func ("/publish/reports/odd-plans", test_odd_plans);
  g_test_add_func ("/publish/reports/long-texts", test_long_texts);
  g_test_add_func ("/publish/reports/errors", test_errors);
  return g_test_run ();
}
