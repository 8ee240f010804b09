/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "document-home.h"
#include "wijk-entry.h"
#include "wijk-id.h"
#include "wijk-load.h"
#include "wijk-plan-files.h"
#include "wijk-remark.h"
#include "wijk-session.h"
#include "wijk-stakeholder.h"
#include "wijk-table-import.h"
#include "wijk-task-form.h"
#include "wijk-theme.h"

#define PLAN "plan-00000000000000000000000001"
#define SESSION "session-00000000000000000000000001"

typedef struct
{
  char *library;
  WijkContext context;
} Home;

static void
write_edits (Home *home, const char *name, GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (&home->context, PLAN, &error);

  g_assert_no_error (error);
  g_assert_true (wijk_store_write (store, name, edits, &error));
}

static void
set_value (Home *home, const char *record, const char *key, const char *value)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_edits_add (edits, record, key, value);
  write_edits (home, "zet", edits);
}

static void
home_set_up (Home *home, gconstpointer data)
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  home->library = g_dir_make_tmp ("wijk-table-XXXXXX", NULL);
  folder = home_make_plan (home->library, PLAN);
  home->context = (WijkContext) { .library = home->library,
                                  .data = PKGDATADIR,
                                  .device = HOME_DEVICE,
                                  .author = "Jo",
                                  .now = wijk_task_now () };
  wijk_edits_add (edits, SESSION, "title", "Avond 1");
  wijk_edits_add (edits, SESSION, "date", "2026-10-01");
  write_edits (home, "bijeenkomst", edits);
}

static void
home_tear_down (Home *home, gconstpointer data)
{
  g_date_time_unref (home->context.now);
  g_free (home->library);
}

static WijkState *
load (Home *home)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (&home->context, PLAN, NULL);

  return wijk_load_state (store, NULL);
}

static GPtrArray *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  WijkGridReading reading = { 0 };
  GPtrArray *grids = wijk_grid_read (bytes, "a.csv", &reading, NULL, NULL);

  g_assert_nonnull (grids);

  return grids;
}

/* Takes @text in, and says "new same changed kept people", or why not. */
static char *
import_as (Home *home, const char *text, const char *session, const char *channel)
{
  g_autoptr (GPtrArray) grids = read_text (text);
  g_autofree WijkColumn *columns =
      wijk_table_propose (&home->context, PLAN, grids->pdata[0], FALSE);
  WijkTable table = { NULL, grids->pdata[0], columns, session, channel };
  g_auto (WijkTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  if (!wijk_table_import (&home->context, PLAN, &table, &report, NULL, &error))
    return g_strdup (error->message);

  return g_strdup_printf ("%u %u %u %u %u",
                          report.n_new,
                          report.n_same,
                          report.n_changed,
                          report.n_kept,
                          report.n_people);
}

static char *
import (Home *home, const char *text)
{
  return import_as (home, text, NULL, NULL);
}

#define assert_import(home, text, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *came = import (home, text);                                                   \
    g_assert_cmpstr (came, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static WijkRemark *
find_remark (WijkState *state, const char *text)
{
  WijkRecordList *remarks = wijk_state_get_list (state, WIJK_KIND_REMARK);

  for (guint i = 0; i < wijk_record_list_get_length (remarks); i++)
    {
      WijkRemark *remark = (WijkRemark *) wijk_record_list_get (remarks, i);

      if (g_strcmp0 (remark->text, text) == 0)
        return remark;
    }

  return NULL;
}

static guint
count (WijkState *state, WijkKind kind)
{
  return wijk_record_list_get_length (wijk_state_get_list (state, kind));
}

/* ---- rows ---- */

static void
test_rows (Home *home, gconstpointer data)
{
  g_autoptr (WijkState) state = NULL;
  WijkRemark *remark, *other;

  assert_import (home,
                 "reactie;bijeenkomst;thema's;partners;datum;eens;rol\n"
                 "Te hard;avond 1;Verkeer, Groen;Portaal;;12;bewoner\n"
                 "Te druk;Avond 2;verkeer;portaal;2026-10-03;;\n",
                 "2 0 0 0 0");
  state = load (home);
  remark = find_remark (state, "Te hard");
  other = find_remark (state, "Te druk");
  g_assert_cmpstr (remark->session, ==, SESSION);
  g_assert_cmpstr (remark->date, ==, "2026-10-01"); /* that of the session */
  g_assert_cmpint (remark->agree, ==, 12);
  g_assert_cmpuint (remark->themes->len, ==, 2);
  g_assert_cmpuint (other->themes->len, ==, 1);
  g_assert_true (wijk_set_contains (remark->themes, other->themes->pdata[0]));
  g_assert_cmpstr (remark->partners->pdata[0], ==, other->partners->pdata[0]);
  g_assert_cmpuint (count (state, WIJK_KIND_SESSION), ==, 2);
  g_assert_cmpuint (count (state, WIJK_KIND_THEME), ==, 2);
  g_assert_cmpuint (count (state, WIJK_KIND_STAKEHOLDER), ==, 1);
}

/* What rows do not say comes from how they are taken in. */
static void
test_defaults (Home *home, gconstpointer data)
{
  g_autofree char *came =
      import_as (home, "reactie;kanaal;bijeenkomst\nA;;\nB;brief;Avond 9\n", SESSION, "papier");
  g_autoptr (WijkState) state = load (home);
  WijkRemark *a = find_remark (state, "A");
  WijkRemark *b = find_remark (state, "B");

  g_assert_cmpstr (came, ==, "2 0 0 0 0");
  g_assert_cmpstr (a->session, ==, SESSION);
  g_assert_cmpint (a->channel, ==, WIJK_CHANNEL_PAPER);
  g_assert_cmpstr (a->date, ==, "2026-10-01");
  g_assert_cmpstr (b->session, !=, SESSION);
  g_assert_cmpint (b->channel, ==, WIJK_CHANNEL_LETTER);
}

static void
test_doubles (Home *home, gconstpointer data)
{
  static const char text[] = "reactie;datum;kanaal\nTe hard;2026-10-01;papier\n"
                             "TE  HARD;1-10-2026;papier\nTe hard;2-10-2026;papier\n"
                             "Te hard;2026-10-01;brief\n";

  assert_import (home, text, "3 1 0 0 0");
  assert_import (home, text, "0 4 0 0 0");
  /* without a day it is the same as that of any day, today and tomorrow */
  assert_import (home, "reactie;kanaal\nte hard;papier\nNieuw;papier\n", "1 1 0 0 0");
  assert_import (home, "reactie;kanaal\nNieuw;papier\n", "0 1 0 0 0");
}

static void
test_notes (Home *home, gconstpointer data)
{
  g_autoptr (GPtrArray) grids = NULL;
  g_autofree WijkColumn *columns = NULL;
  WijkTable table = { 0 };
  g_auto (WijkTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  assert_import (home, "reactie\nA\n", "1 0 0 0 0");
  grids = read_text ("reactie;datum\nA;\nB;\nB;\nC;ooit\n");
  columns = wijk_table_propose (&home->context, PLAN, grids->pdata[0], FALSE);
  table.grid = grids->pdata[0];
  table.columns = columns;
  g_assert_true (wijk_table_check (&home->context, PLAN, &table, &report, NULL, &error));
  g_assert_cmpuint (report.n_rows, ==, 3);
  g_assert_cmpuint (report.n_new, ==, 1);
  g_assert_cmpuint (report.n_same, ==, 2);
  g_assert_cmpuint (report.notes->len, ==, 2);
  g_assert_cmpstr (report.notes->pdata[0], ==, "Row 2: the same as R-1.");
  g_assert_cmpstr (report.notes->pdata[1], ==, "Row 4: the same as row 3.");
  g_assert_cmpuint (report.faults->len, ==, 1);
}

/* ---- all or nothing ---- */

static void
test_nothing (Home *home, gconstpointer data)
{
  g_autoptr (WijkState) state = NULL;
  g_autofree char *fault = import (home, "reactie;datum;bijeenkomst\nA;;Avond 7\nB;ooit;\n");
  g_autofree char *columns = import (home, "kanaal\npapier\n");
  g_autoptr (WijkStore) store = NULL;

  g_assert_true (g_str_has_prefix (fault, "Row 3, column datum: "));
  g_assert_true (g_str_has_prefix (columns, "Row 1, column kanaal: "));
  state = load (home);
  g_assert_cmpuint (count (state, WIJK_KIND_REMARK), ==, 0);
  g_assert_cmpuint (count (state, WIJK_KIND_SESSION), ==, 1);
  store = wijk_plan_files_open_store (&home->context, PLAN, NULL);
  g_assert_true (wijk_store_set_note (store, "published", "1", NULL));
  {
    g_autofree char *published = import (home, "reactie\nA\n");

    g_assert_nonnull (strstr (published, "published version"));
  }
}

/* One step takes all of it back, and doing it again brings it back. */
static void
test_undo (Home *home, gconstpointer data)
{
  g_autoptr (WijkState) undone_state = NULL;
  g_autoptr (WijkState) state = NULL;
  g_autoptr (WijkStore) store = NULL;
  g_auto (WijkUndone) undone = { 0 };

  assert_import (home, "reactie;thema\nA;Groen\nB;Groen\n", "2 0 0 0 0");
  store = wijk_plan_files_open_store (&home->context, PLAN, NULL);
  g_assert_true (wijk_store_undo (store, &undone, NULL));
  undone_state = load (home);
  g_assert_cmpuint (count (undone_state, WIJK_KIND_REMARK), ==, 0);
  g_assert_cmpuint (count (undone_state, WIJK_KIND_THEME), ==, 0);
  assert_import (home, "reactie;thema\nA;Groen\nB;Groen\n", "2 0 0 0 0");
  state = load (home);
  g_assert_cmpuint (count (state, WIJK_KIND_REMARK), ==, 2);
  g_assert_cmpuint (count (state, WIJK_KIND_THEME), ==, 1);
}

/* ---- people ---- */

static void
test_people (Home *home, gconstpointer data)
{
  g_autoptr (WijkState) state = NULL;
  g_autofree char *today = g_date_time_format (home->context.now, "%Y-%m-%d");
  WijkRemark *a, *b, *c;
  WijkStakeholder *person;

  assert_import (home,
                 "reactie;naam;e-mail;toestemming;bewaren tot;datum\n"
                 "A;Ria;r@x.nl;contact;2027-12-31;2026-09-30\n"
                 "B;ria;R@x.nl;publicatie;;\n"
                 "C;Jan;j@x.nl;nee;;\n"
                 "D;Els;;ja;;\n",
                 "4 0 0 0 2");
  state = load (home);
  a = find_remark (state, "A");
  b = find_remark (state, "B");
  c = find_remark (state, "C");
  g_assert_null (c->stakeholder);
  g_assert_cmpstr (a->stakeholder, ==, b->stakeholder);
  g_assert_cmpuint (count (state, WIJK_KIND_STAKEHOLDER), ==, 2);
  person = (WijkStakeholder *) wijk_state_lookup (state, a->stakeholder);
  g_assert_cmpstr (person->name, ==, "Ria");
  g_assert_cmpstr (person->contact, ==, "r@x.nl");
  g_assert_cmpstr (person->keep_until, ==, "2027-12-31");
  g_assert_cmpstr (person->consent_date, ==, "2026-09-30");
  g_assert_cmpuint (person->consents->len, ==, 2);
  person = (WijkStakeholder *) wijk_state_lookup (state, find_remark (state, "D")->stakeholder);
  g_assert_cmpstr (person->consent_date, ==, today);
  g_assert_cmpint (strcmp (person->keep_until, today), >, 0);
}

/* Without a yes nothing of a person is anywhere in the plan's files. */
static void
test_unread (Home *home, gconstpointer data)
{
  g_autofree char *folder = wijk_library_dup_plan_folder (home->library, PLAN);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  assert_import (home, "reactie;naam;telefoon;toestemming\nA;Geheim1;Geheim2;\n", "1 0 0 0 0");
  assert_import (home, "reactie;naam;adres\nB;Geheim1;Geheim2\n", "1 0 0 0 0");
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      if (g_file_get_contents (path, &bytes, &size, NULL))
        g_assert_null (memmem (bytes, size, "Geheim", 6));
    }
}

/* ---- remembering ---- */

static void
test_remembered (Home *home, gconstpointer data)
{
  g_autoptr (GPtrArray) grids = read_text ("Wat;Waar\nTe hard;Merenwijk\n");
  g_autoptr (GPtrArray) same = read_text (" WAT ;waar\nX;Y\n");
  g_autoptr (GPtrArray) other = read_text ("Wat;Hoe\nX;Y\n");
  WijkColumn columns[] = { WIJK_COLUMN_TEXT, WIJK_COLUMN_AREA };
  WijkTable table = { NULL, grids->pdata[0], columns, NULL, NULL };
  g_auto (WijkTableReport) report = { 0 };
  g_autofree WijkColumn *again = NULL;
  g_autofree WijkColumn *strange = NULL;

  g_assert_true (wijk_table_import (&home->context, PLAN, &table, &report, NULL, NULL));
  again = wijk_table_propose (&home->context, PLAN, same->pdata[0], FALSE);
  strange = wijk_table_propose (&home->context, PLAN, other->pdata[0], FALSE);
  g_assert_cmpint (again[0], ==, WIJK_COLUMN_TEXT);
  g_assert_cmpint (again[1], ==, WIJK_COLUMN_AREA);
  g_assert_cmpint (strange[0], ==, WIJK_COLUMN_NONE);
}

/* ---- forms ---- */

#define FORM "form-00000000000000000000000001"

static char *
row_id (const char *row)
{
  return wijk_id_derive ("remark", row);
}

static void
test_form (Home *home, gconstpointer data)
{
  g_autofree char *one = row_id (FORM "/1/1");
  g_autofree char *two = row_id (FORM "/1/2");
  g_autoptr (WijkState) state = NULL;
  WijkRemark *remark;

#define HEAD "rij-id;reactie;bijeenkomst;thema;aantal\n"
#define ONE(text, theme, n) FORM "/1/1;" text ";" SESSION ";" theme ";" n "\n"
#define TWO(text, theme, n) FORM "/1/2;" text ";" SESSION ";" theme ";" n "\n"
#define REST "vraag 1;Wat kan beter?;;;\n" FORM "/1/3;;" SESSION ";;\n"

  /* first what was filled in, then the same */
  assert_import (
      home, HEAD ONE ("Te hard", "Verkeer", "3") TWO ("Te druk", "", "") REST, "2 0 0 0 0");
  assert_import (
      home, HEAD ONE ("Te hard", "Verkeer", "3") TWO ("Te druk", "", "") REST, "0 2 0 0 0");
  /* cells that were changed change the remark; those that are empty leave it */
  assert_import (
      home, HEAD ONE ("Veel te hard", "", "4") TWO ("Te druk", "Groen", "") REST, "0 0 2 0 0");
  state = load (home);
  g_assert_cmpuint (count (state, WIJK_KIND_REMARK), ==, 2);
  remark = (WijkRemark *) wijk_state_lookup (state, one);
  g_assert_cmpstr (remark->text, ==, "Veel te hard");
  g_assert_cmpint (remark->count, ==, 4);
  g_assert_cmpuint (remark->themes->len, ==, 1);
  g_assert_cmpstr (remark->session, ==, SESSION);
  g_assert_nonnull (wijk_state_lookup (state, two));
}

static const char *
theme_of (WijkState *state, WijkRemark *remark)
{
  return ((WijkTheme *) wijk_state_lookup (state, remark->themes->pdata[0]))->name;
}

/* What was changed here since stays, and is told; what was not is taken from the row. */
static void
test_form_kept (Home *home, gconstpointer data)
{
  g_autofree char *one = row_id (FORM "/1/1");
  g_autoptr (WijkState) state = NULL;
  g_autoptr (GPtrArray) grids = NULL;
  g_autofree WijkColumn *columns = NULL;
  WijkTable table = { 0 };
  g_auto (WijkTableReport) report = { 0 };
  WijkRemark *remark;

  assert_import (home, HEAD ONE ("Te hard", "Verkeer", "3"), "1 0 0 0 0");
  set_value (home, one, "count", "9");
  assert_import (home, HEAD ONE ("Te hard", "Verkeer", "3"), "0 1 0 1 0");
  grids = read_text (HEAD ONE ("Veel te hard", "Groen", "5"));
  columns = wijk_table_propose (&home->context, PLAN, grids->pdata[0], FALSE);
  table.grid = grids->pdata[0];
  table.columns = columns;
  g_assert_true (wijk_table_import (&home->context, PLAN, &table, &report, NULL, NULL));
  g_assert_cmpuint (report.n_changed, ==, 1);
  g_assert_cmpuint (report.n_kept, ==, 1);
  g_assert_cmpstr (
      report.notes->pdata[0], ==, "Row 2: R-1 was changed in the plan, which stands: count.");
  state = load (home);
  remark = (WijkRemark *) wijk_state_lookup (state, one);
  g_assert_cmpint (remark->count, ==, 9);
  g_assert_cmpstr (remark->text, ==, "Veel te hard");
  g_assert_cmpuint (remark->themes->len, ==, 1);
  g_assert_cmpstr (theme_of (state, remark), ==, "Groen");
}

/* After undo the rows come in anew, with the numbers that they had. */
static void
test_form_undone (Home *home, gconstpointer data)
{
  g_autofree char *one = row_id (FORM "/1/1");
  g_autoptr (WijkStore) store = NULL;
  g_auto (WijkUndone) undone = { 0 };
  g_autoptr (WijkState) state = NULL;

  assert_import (home, HEAD ONE ("Te hard", "Verkeer", "3"), "1 0 0 0 0");
  store = wijk_plan_files_open_store (&home->context, PLAN, NULL);
  g_assert_true (wijk_store_undo (store, &undone, NULL));
  assert_import (home, HEAD ONE ("Te hard", "Verkeer", "3"), "1 0 0 0 0");
  state = load (home);
  g_assert_cmpuint (count (state, WIJK_KIND_REMARK), ==, 1);
  g_assert_cmpstr (((WijkRemark *) wijk_state_lookup (state, one))->label, ==, "R-1");
}

/* A row that was copied with its hidden cell is a remark of its own; so is one with an id that is
 * none. */
static void
test_form_copied (Home *home, gconstpointer data)
{
  g_autoptr (WijkState) state = NULL;

  assert_import (home,
                 HEAD ONE ("Te hard", "", "") ONE ("Te druk", "", "") "zomaar;Te nat;;;\n"
                                                                      "form-x/1/1;Te droog;;;\n",
                 "4 0 0 0 0");
  state = load (home);
  g_assert_cmpuint (count (state, WIJK_KIND_REMARK), ==, 4);
}

/* Words that were erased do not come back with an old form. */
static void
test_form_erased (Home *home, gconstpointer data)
{
  g_autofree char *one = row_id (FORM "/1/1");
  g_autoptr (GPtrArray) erased = wijk_edits_new ();
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (WijkState) state = NULL;
  WijkRemark *remark;

  assert_import (home, HEAD ONE ("Te hard", "", "3"), "1 0 0 0 0");
  store = wijk_plan_files_open_store (&home->context, PLAN, NULL);
  wijk_edits_add (erased, one, "erased", "text");
  g_assert_true (wijk_store_erase (store, "op verzoek", erased, NULL));
  assert_import (home, HEAD ONE ("Te hard", "", "3"), "0 1 0 0 0");
  assert_import (home, HEAD ONE ("Heel anders", "", "4"), "0 1 0 0 0");
  state = load (home);
  remark = (WijkRemark *) wijk_state_lookup (state, one);
  g_assert_true (remark == NULL || remark->text == NULL);
}

/* ---- files ---- */

static void
test_files (Home *home, gconstpointer data)
{
  static const char csv[] = "reactie\nTe hard\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));
  g_autoptr (GBytes) strange = g_bytes_new_static ("a;b\n1;2\n", 8);
  WijkImported imported = { 0 };
  g_autoptr (GError) no_plan = NULL;
  g_autoptr (GError) no_words = NULL;

  g_assert_false (
      wijk_table_import_bytes (&home->context, bytes, "a.csv", NULL, &imported, NULL, &no_plan));
  g_assert_error (no_plan, WIJK_TASK_ERROR, WIJK_TASK_ERROR_INPUT);
  g_assert_false (
      wijk_table_import_bytes (&home->context, strange, "b.csv", PLAN, &imported, NULL, &no_words));
  g_assert_error (no_words, WIJK_GRID_ERROR, WIJK_GRID_ERROR_HEADINGS);
  g_assert_true (g_str_has_prefix (no_words->message, "b.csv: Row 1, "));
  g_assert_true (
      wijk_table_import_bytes (&home->context, bytes, "a.csv", PLAN, &imported, NULL, NULL));
  g_assert_cmpuint (imported.n_new, ==, 1);
  g_assert_cmpstr (imported.plan_id, ==, PLAN);
  wijk_imported_clear (&imported);
}

/* ---- forms that go out and come back ---- */

static void
import_path (Home *home, const char *path, WijkImported *imported)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (wijk_task_import (&home->context, file, PLAN, NULL, imported, &error));
  g_assert_no_error (error);
}

/* Fills in the @n-th empty row of a CSV form. */
static void
fill_in (const char *path, guint n, const char *cells)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *joined = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], ";form-") != NULL && n-- == 0)
      {
        char *rest = strstr (lines[i], ";form-");
        char *filled = g_strconcat (cells, rest, NULL);

        g_free (lines[i]);
        lines[i] = filled;
      }
  joined = g_strjoinv ("\r\n", lines);
  g_assert_true (g_file_set_contents (path, joined, -1, NULL));
}

static void
test_forms (Home *home, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "resources", NULL);
  g_autofree char *folder = g_dir_make_tmp ("wijk-form-XXXXXX", NULL);
  g_auto (GStrv) paths = NULL;
  g_autoptr (WijkState) state = NULL;
  WijkImported imported = { 0 };
  WijkRemark *remark;

  home->context.data = words;
  set_value (home, SESSION, "questions", "Wat kan beter?\n\nWat moet blijven?");
  assert_import (home, "reactie;thema\nA;Groen\n", "1 0 0 0 0");
  g_assert_null (wijk_task_make_forms (
      &home->context, PLAN, "session-00000000000000000000000009", 0, folder, &error));
  g_assert_error (error, WIJK_TASK_ERROR, WIJK_TASK_ERROR_INPUT);
  g_clear_error (&error);
  paths = wijk_task_make_forms (&home->context, PLAN, SESSION, 2, folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (paths), ==, 4);
  g_assert_true (g_str_has_suffix (paths[2], "avond-1-invulformulier-tafel-2.ods"));

  /* nobody filled it in */
  import_path (home, paths[0], &imported);
  g_assert_cmpuint (imported.n_new, ==, 0);
  wijk_imported_clear (&imported);
  /* two tables */
  fill_in (paths[1], 0, "Te donker;Groen, Licht;;3;bewoner;5;1;1");
  fill_in (paths[3], 0, "Te nat;;;;;;;2");
  fill_in (paths[3], 30, "Mooi plein;;;;;;;2");
  import_path (home, paths[1], &imported);
  g_assert_cmpuint (imported.n_new, ==, 1);
  wijk_imported_clear (&imported);
  import_path (home, paths[3], &imported);
  g_assert_cmpuint (imported.n_new, ==, 2);
  wijk_imported_clear (&imported);
  state = load (home);
  remark = find_remark (state, "Te donker");
  g_assert_cmpstr (remark->session, ==, SESSION);
  g_assert_cmpstr (remark->date, ==, "2026-10-01");
  g_assert_cmpint (remark->agree, ==, 5);
  g_assert_cmpint (remark->channel, ==, WIJK_CHANNEL_SESSION);
  g_assert_cmpstr (remark->table, ==, "1");
  g_assert_cmpuint (remark->themes->len, ==, 2);
  g_assert_cmpstr (find_remark (state, "Mooi plein")->table, ==, "2");
  import_path (home, paths[3], &imported);
  g_assert_cmpuint (imported.n_new, ==, 0);
  g_assert_cmpuint (imported.n_same, ==, 2);
  wijk_imported_clear (&imported);
}

/* ---- ten thousand ---- */

static char *
make_large (void)
{
  GString *text = g_string_new (
      "reactie;datum;kanaal;thema;buurt;aantal;bijeenkomst;naam;e-mail;toestemming\n");

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (
        text,
        "Reactie nummer %u over de wijk, met zoveel woorden als men gewoonlijk nodig heeft;"
        "%u-10-2026;papier;Thema %u;Merenwijk;%u;Avond %u;Naam %u;n%u@x.nl;%s\n",
        i,
        i % 30 + 1,
        i % 20,
        i % 5 + 1,
        i % 4,
        i,
        i,
        i % 2 == 0 ? "ja" : "nee");

  return g_string_free (text, FALSE);
}

static void
test_large (Home *home, gconstpointer data)
{
  g_autofree char *text = make_large ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (WijkState) state = NULL;

  assert_import (home, text, "10000 0 0 0 5000");
  g_test_message ("10,000 rows: %.2f s", (double) (g_get_monotonic_time () - start) / 1e6);
  start = g_get_monotonic_time ();
  assert_import (home, text, "0 10000 0 0 0");
  g_test_message ("again: %.2f s", (double) (g_get_monotonic_time () - start) / 1e6);
  state = load (home);
  g_assert_cmpuint (count (state, WIJK_KIND_REMARK), ==, 10000);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancelled (Home *home, gconstpointer data)
{
  g_autofree char *text = make_large ();
  g_autoptr (GPtrArray) grids = read_text (text);
  g_autofree WijkColumn *columns =
      wijk_table_propose (&home->context, PLAN, grids->pdata[0], FALSE);
  WijkTable table = { NULL, grids->pdata[0], columns, NULL, NULL };
  g_auto (WijkTableReport) report = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (WijkProgress) progress = wijk_progress_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkState) state = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  home->context.progress = progress;
  g_assert_false (wijk_table_import (&home->context, PLAN, &table, &report, cancellable, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  state = load (home);
  g_assert_cmpuint (count (state, WIJK_KIND_REMARK), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/document/table/" name, Home, NULL, home_set_up, function, home_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("rows", test_rows);
  ADD ("defaults", test_defaults);
  ADD ("doubles", test_doubles);
  ADD ("notes", test_notes);
  ADD ("nothing", test_nothing);
  ADD ("undo", test_undo);
  ADD ("people", test_people);
  ADD ("unread", test_unread);
  ADD ("remembered", test_remembered);
  ADD ("form", test_form);
  ADD ("form/kept", test_form_kept);
  ADD ("form/undone", test_form_undone);
  ADD ("form/copied", test_form_copied);
  ADD ("form/erased", test_form_erased);
  ADD ("form/out", test_forms);
  ADD ("files", test_files);
  ADD ("large", test_large);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
