/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-task-compare.h"

#include "document-home.h"
#include "heads.h"
#include "wijk-plan-files.h"

#define PLAN id_of ("plan", "compared")
#define KEPT id_of ("section", "kept")
#define CHANGED id_of ("section", "changed")
#define GONE id_of ("section", "gone")
#define NEW id_of ("section", "added")
#define GOAL id_of ("priority", "goal")
#define ONE id_of ("version", "one")

typedef struct
{
  char *library;
  char *folder;
  WijkContext context;
} Home;

/* Triples of record, key and value, then NULL, as one step. */
static void
write_all (Home *home, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (&home->context, PLAN, &error);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  const char *record;
  va_list triples;

  g_assert_no_error (error);
  va_start (triples, home);
  while ((record = va_arg (triples, const char *)) != NULL)
    {
      const char *key = va_arg (triples, const char *);

      wijk_edits_add (edits, record, key, va_arg (triples, const char *));
    }
  va_end (triples);
  g_assert_true (wijk_store_write (store, "stap", edits, &error));
  g_assert_no_error (error);
}

/* Keeps the plan as it stands as the content of version 1. */
static void
freeze (Home *home)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = wijk_task_show_json (&home->context, PLAN, 0, &error);
  g_autofree char *path = wijk_plan_files_dup_version (home->folder, 1, "plan.json");

  g_assert_no_error (error);
  g_assert_true (wijk_plan_files_write (path, bytes, &error));
  write_all (home, ONE, "number", "1", ONE, "label", "Een", NULL);
}

static void delete (Home *home, const char *id)
{
  g_autoptr (GError) error = NULL;
  WijkDocument *document = home_open (home->folder);
  WijkRecord *record = wijk_state_lookup (wijk_document_get_state (document), id);

  g_assert_true (wijk_document_delete (document, "weg", record, &error));
  g_assert_no_error (error);
  home_settle (document);
  home_close (document);
}

static void
set_up (Home *home, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  home->library = g_dir_make_tmp ("compare-XXXXXX", &error);
  g_assert_no_error (error);
  home->folder = home_make_plan (home->library, PLAN);
  home->context = (WijkContext) { .library = home->library,
                                  .data = PKGDATADIR,
                                  .device = HOME_DEVICE,
                                  .author = "Jo",
                                  .now = wijk_task_now () };
  write_all (home,
             KEPT,
             "title",
             "Blijft",
             KEPT,
             "place",
             "/00001aaa",
             KEPT,
             "text",
             "Zelfde.",
             CHANGED,
             "title",
             "Anders",
             CHANGED,
             "place",
             "/00002aaa",
             CHANGED,
             "text",
             "Eerst.",
             GONE,
             "title",
             "Weg",
             GONE,
             "place",
             "/00003aaa",
             NULL);
  freeze (home);
}

static void
tear_down (Home *home, gconstpointer data)
{
  g_date_time_unref (home->context.now);
  g_free (home->folder);
  g_free (home->library);
}

static void
test_same (Home *home, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = wijk_task_list_changed (&home->context, PLAN, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (lines), ==, 0);
}

static void
test_changed (Home *home, gconstpointer data)
{
  static const char *const expected[] = {
    "Changed: Anders", "New: Erbij", "Gone: Weg", "New: Veilig", NULL
  };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  write_all (home,
             CHANGED,
             "text",
             "Dan.",
             NEW,
             "title",
             "Erbij",
             NEW,
             "place",
             "/00004aaa",
             GOAL,
             "title",
             "Veilig",
             GOAL,
             "place",
             "/00001aaa",
             NULL);
  delete (home, GONE);

  lines = wijk_task_list_changed (&home->context, PLAN, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstrv (lines, expected);
}

static void
test_no_version (Home *home, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = wijk_task_list_changed (&home->context, PLAN, 7, &error);

  g_assert_null (lines);
  g_assert_error (error, WIJK_TASK_ERROR, WIJK_TASK_ERROR_NO_VERSION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/compare/same", Home, NULL, set_up, test_same, tear_down);
  g_test_add ("/compare/changed", Home, NULL, set_up, test_changed, tear_down);
  g_test_add ("/compare/no-version", Home, NULL, set_up, test_no_version, tear_down);

  return g_test_run ();
}
