/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-task-report.h"

#include <glib/gstdio.h>
#include <string.h>

#include "document-home.h"
#include "heads.h"
#include "wijk-left.h"
#include "wijk-plan-files.h"

#define PLAN id_of ("plan", "reported")
#define REMARK id_of ("remark", "one")

typedef struct
{
  char *top, *library, *data;
  WijkContext context;
} Home;

static void
set_up (Home *home)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = NULL;

  home->top = g_dir_make_tmp ("wijkplan-XXXXXX", NULL);
  home->library = g_build_filename (home->top, "plans", NULL);
  home->data = g_test_build_filename (G_TEST_DIST, "..", "resources", NULL);
  home->context = (WijkContext) { .library = home->library,
                                  .data = home->data,
                                  .device = HOME_DEVICE,
                                  .author = "Anja",
                                  .now = g_date_time_new_utc (2026, 11, 23, 14, 5, 0) };
  g_free (home_make_plan (home->library, PLAN));
  store = wijk_plan_files_open_store (&home->context, PLAN, &error);
  g_assert_no_error (error);
  wijk_edits_add (edits, REMARK, "text", "Een zebrapad");
  wijk_edits_add (edits, REMARK, "outcome", "overgenomen");
  wijk_edits_add (edits, REMARK, "reason", "Het komt er");
  wijk_store_write (store, "stap", edits, &error);
  g_assert_no_error (error);
}

static void
tear_down (Home *home)
{
  g_date_time_unref (home->context.now);
  g_free (home->top);
  g_free (home->library);
  g_free (home->data);
}

static char *
make (Home *home, WijkReportKind kind, WijkReportFormat format, GError **error)
{
  const WijkReportChoice choice = { .kind = kind };
  g_autofree char *name = g_strconcat ("x.", wijk_report_format_to_suffix (format), NULL);
  g_autofree char *path = g_build_filename (home->top, name, NULL);

  return wijk_task_report (&home->context, PLAN, &choice, format, path, NULL, error)
             ? g_steal_pointer (&path)
             : NULL;
}

/* ---- names ---- */

static const struct
{
  WijkReportChoice choice;
  WijkReportFormat format;
  const char *title;
  const char *name;
} names[] = {
  { { .kind = WIJK_REPORT_REPLIES },
    WIJK_REPORT_FORMAT_PDF,
    "Wijkplan Merenwijk",
    "reactienota-wijkplan-merenwijk-2026-11-23.pdf" },
  { { .kind = WIJK_REPORT_REPLIES, .is_internal = TRUE },
    WIJK_REPORT_FORMAT_ODS,
    "Wijkplan Merenwijk",
    "reactienota-wijkplan-merenwijk-intern-2026-11-23.ods" },
  { { .kind = WIJK_REPORT_PARTICIPATION },
    WIJK_REPORT_FORMAT_CSV,
    NULL,
    "participatieverslag-2026-11-23.csv" },
  { { .kind = WIJK_REPORT_CODEBOOK },
    WIJK_REPORT_FORMAT_QDC,
    "../Één/plan?",
    "codeboek-een-plan-2026-11-23.qdc" },
};

static void
test_names (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 23, 14, 5, 0);
  const WijkContext context = { .now = now };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name =
          wijk_task_name_report (&context, names[i].title, &names[i].choice, names[i].format);

      g_assert_cmpstr (name, ==, names[i].name);
    }
}

/* ---- words ---- */

static void
test_words (void)
{
  WijkReportFormat format;
  WijkReportOrder order;
  WijkReportKind kind;

  for (int i = 0; i < WIJK_N_REPORTS; i++)
    {
      g_assert_true (
          wijk_report_kind_from_word (wijk_report_kind_to_word ((WijkReportKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (wijk_report_kind_from_word ("nota", &kind));
  g_assert_false (wijk_report_kind_from_word (NULL, &kind));
  g_assert_true (wijk_report_order_from_word ("area", &order) && order == WIJK_REPORT_BY_AREA);
  g_assert_false (wijk_report_order_from_word ("", &order));
  g_assert_true (wijk_report_format_from_path ("/a.b/c.PDF", &format));
  g_assert_cmpint (format, ==, WIJK_REPORT_FORMAT_PDF);
  g_assert_false (wijk_report_format_from_path ("pdf", &format));
  g_assert_false (wijk_report_format_from_path ("a.pdf.exe", &format));
}

/* ---- files ---- */

static void
test_files (void)
{
  static const struct
  {
    WijkReportFormat format;
    const char *start;
  } files[] = { { WIJK_REPORT_FORMAT_PDF, "%PDF-1.7" },
                { WIJK_REPORT_FORMAT_CSV, "\xef\xbb\xbfNr;Reactie" },
                { WIJK_REPORT_FORMAT_ODS, "PK" } };
  Home home;

  set_up (&home);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = make (&home, WIJK_REPORT_REPLIES, files[i].format, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, files[i].start));
    }
  tear_down (&home);
}

/* What holds somebody's words is among what left; a card to write on is not. */
static void
test_left (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *first = NULL, *again = NULL, *refused = NULL;
  Home home;

  set_up (&home);
  first = make (&home, WIJK_REPORT_YOU_SAID, WIJK_REPORT_FORMAT_CSV, &error);
  again = make (&home, WIJK_REPORT_YOU_SAID, WIJK_REPORT_FORMAT_CSV, &error);
  g_assert_no_error (error);
  refused = make (&home, WIJK_REPORT_CODEBOOK, WIJK_REPORT_FORMAT_QDC, &error);
  g_assert_null (refused); /* without a theme */
  store = wijk_plan_files_open_store (&home.context, PLAN, NULL);
  left = wijk_left_list (store, "");
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpint (((WijkLeft *) left->pdata[0])->kind, ==, WIJK_LEFT_REPORT);
  g_assert_cmpstr (((WijkLeft *) left->pdata[0])->name, ==, "x.csv");
  tear_down (&home);
}

static void
test_refused (void)
{
  const WijkReportChoice choice = { .kind = WIJK_REPORT_REPLIES };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  Home home;

  set_up (&home);
  g_assert_null (make (&home, WIJK_REPORT_CARDS, WIJK_REPORT_FORMAT_CSV, &error));
  g_assert_error (error, WIJK_TASK_ERROR, WIJK_TASK_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (wijk_task_report (
      &home.context, PLAN, &choice, WIJK_REPORT_FORMAT_CSV, "/nergens/x.csv", NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  path = g_build_filename (home.top, "gestopt.pdf", NULL);
  g_assert_false (wijk_task_report (
      &home.context, PLAN, &choice, WIJK_REPORT_FORMAT_PDF, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  tear_down (&home);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/report/names", test_names);
  g_test_add_func ("/document/report/words", test_words);
  g_test_add_func ("/document/report/files", test_files);
  g_test_add_func ("/document/report/left", test_left);
  g_test_add_func ("/document/report/refused", test_refused);
  return g_test_run ();
}
