/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An open plan: what is asked shows, is saved, is undone, and follows what others write. */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "document-home.h"
#include "wijk-id.h"
#include "wijk-library.h"
#include "wijk-section.h"

typedef struct
{
  char *library;
  char *plan_id;
  char *folder;
  WijkDocument *document;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->library = g_dir_make_tmp ("wijkplan-document-XXXXXX", NULL);
  f->plan_id = wijk_id_new ("plan");
  f->folder = home_make_plan (f->library, f->plan_id);
  f->document = home_open (f->folder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *name = NULL;

  if (f->document != NULL)
    home_close (f->document);
  g_assert_true (wijk_library_remove (f->library, f->plan_id, 1, &name, NULL));
  g_assert_true (wijk_library_wipe (f->library, name, NULL));
  g_free (f->library);
  g_free (f->plan_id);
  g_free (f->folder);
}

static WijkSection *
add_section (Fixture *f, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id =
      wijk_document_add (f->document, "voeg toe", WIJK_KIND_SECTION, &error, "title", title, NULL);

  g_assert_no_error (error);
  home_settle (f->document);

  return WIJK_SECTION (wijk_state_lookup (wijk_document_get_state (f->document), id));
}

static void
test_add_set_undo_redo (Fixture *f, gconstpointer data)
{
  WijkSection *section = add_section (f, "Groen");
  g_autofree char *undo_name = NULL;

  g_assert_cmpstr (section->title, ==, "Groen");
  g_assert_cmpint (section->status, ==, WIJK_SECTION_IDEA);
  g_assert_true (
      wijk_document_set (f->document, "status", WIJK_RECORD (section), "status", "concept", NULL));
  home_settle (f->document);
  g_assert_cmpint (section->status, ==, WIJK_SECTION_DRAFT);
  g_object_get (f->document, "undo-name", &undo_name, NULL);
  g_assert_cmpstr (undo_name, ==, "status");

  wijk_document_undo (f->document);
  home_settle (f->document);
  g_assert_cmpint (section->status, ==, WIJK_SECTION_IDEA);
  wijk_document_undo (f->document);
  home_settle (f->document);
  g_assert_true (wijk_record_is_deleted (WIJK_RECORD (section)));
  wijk_document_redo (f->document);
  wijk_document_redo (f->document);
  home_settle (f->document);
  g_assert_false (wijk_record_is_deleted (WIJK_RECORD (section)));
  g_assert_cmpint (section->status, ==, WIJK_SECTION_DRAFT);
}

static gboolean
is_saved (gpointer data)
{
  return wijk_document_get_saved (data) == WIJK_SAVED_ALL;
}

static void
test_typing_is_on_disk_within_a_second (Fixture *f, gconstpointer data)
{
  WijkSection *section = add_section (f, "Groen");
  gint64 began = g_get_monotonic_time ();
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GHashTable) steps = NULL;
  guint n_texts = 0;

  for (guint i = 1; i <= 3; i++)
    g_assert_true (wijk_document_type (f->document,
                                       "typen",
                                       WIJK_RECORD (section),
                                       "text",
                                       i == 1   ? "M"
                                       : i == 2 ? "Me"
                                                : "Meer bomen",
                                       NULL));
  g_assert_cmpint (wijk_document_get_saved (f->document), ==, WIJK_SAVED_PENDING);
  g_assert_true (wijk_document_is_typing (f->document, WIJK_RECORD (section), "text"));
  home_wait (is_saved, f->document, 5);
  g_assert_cmpint (
      g_get_monotonic_time () - began, <, 1500 * 1000); /* a second, and this machine's noise */
  g_assert_cmpstr (section->text, ==, "Meer bomen");
  g_assert_false (wijk_document_is_typing (f->document, WIJK_RECORD (section), "text"));

  /* more of the same typing rewrites the same change; after the field was left it is a new one */
  wijk_document_type (f->document, "typen", WIJK_RECORD (section), "text", "Meer bomen en", NULL);
  home_wait (is_saved, f->document, 5);
  wijk_document_end_typing (f->document);
  wijk_document_type (
      f->document, "typen", WIJK_RECORD (section), "text", "Meer bomen en gras", NULL);
  home_settle (f->document);
  store = wijk_store_open (f->folder, HOME_DEVICE, "", NULL);
  history =
      wijk_store_read_history (store, wijk_record_get_id (WIJK_RECORD (section)), &steps, NULL);
  for (guint i = 0; i < history->len; i++)
    n_texts += g_str_equal (((WijkChange *) history->pdata[i])->field, "text");
  g_assert_cmpuint (n_texts, ==, 2);
}

static void
test_typing_in_another_field_saves_the_first (Fixture *f, gconstpointer data)
{
  WijkSection *section = add_section (f, "Groen");

  wijk_document_type (f->document, "a", WIJK_RECORD (section), "text", "een", NULL);
  wijk_document_type (f->document, "b", WIJK_RECORD (section), "title", "Twee", NULL);
  home_settle (f->document);
  g_assert_cmpstr (section->text, ==, "een");
  g_assert_cmpstr (section->title, ==, "Twee");
  wijk_document_undo (f->document);
  home_settle (f->document);
  g_assert_cmpstr (section->text, ==, "een");
  g_assert_cmpstr (section->title, ==, "Groen");
}

static void
give_value_cb (WijkDocument *document, gpointer user_data)
{
  WijkSection *section = user_data;

  wijk_document_type (document, "typen", WIJK_RECORD (section), "text", "later", NULL);
}

static void
test_typing_gives_its_value_later (Fixture *f, gconstpointer data)
{
  WijkSection *section = add_section (f, "Groen");
  WijkRecord *record = WIJK_RECORD (section);
  g_autofree char *name = NULL;

  /* nobody gives it: nothing is written */
  g_assert_true (wijk_document_type_later (f->document, "typen", record, "text", NULL));
  g_assert_cmpint (wijk_document_get_saved (f->document), ==, WIJK_SAVED_PENDING);
  home_settle (f->document);
  g_assert_cmpstr (section->text, ==, NULL);
  g_assert_false (wijk_document_is_typing (f->document, record, "text"));

  g_signal_connect (f->document, "value-wanted", G_CALLBACK (give_value_cb), section);
  g_assert_true (wijk_document_type_later (f->document, "typen", record, "text", NULL));
  g_object_get (f->document, "undo-name", &name, NULL);
  g_assert_cmpstr (name, ==, "typen");
  g_assert_true (wijk_document_is_typing (f->document, record, "text"));
  home_wait (is_saved, f->document, 5);
  g_assert_cmpstr (section->text, ==, "later");

  wijk_document_type (f->document, "typen", record, "text", "eerst", NULL);
  wijk_document_type_later (f->document, "typen", record, "text", NULL);
  wijk_document_end_typing (f->document);
  home_settle (f->document);
  g_assert_cmpstr (section->text, ==, "later");
}

static void
test_what_cannot_be_is_refused_at_once (Fixture *f, gconstpointer data)
{
  WijkSection *section = add_section (f, "Groen");
  g_autoptr (GError) error = NULL;

  g_assert_false (
      wijk_document_type (f->document, "x", WIJK_RECORD (section), "title", " ", &error));
  g_assert_error (error, WIJK_FIELD_ERROR, WIJK_FIELD_ERROR_REQUIRED);
  g_clear_error (&error);
  g_assert_false (
      wijk_document_set (f->document, "x", WIJK_RECORD (section), "kleur", "rood", &error));
  g_assert_error (error, WIJK_FIELD_ERROR, WIJK_FIELD_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (wijk_document_move (
      f->document, "x", WIJK_RECORD (section), WIJK_RECORD (section), NULL, &error));
  g_assert_error (error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_PLACE);
  home_settle (f->document);
  g_assert_cmpstr (section->title, ==, "Groen");
}

static void
test_moving_and_deleting (Fixture *f, gconstpointer data)
{
  WijkSection *a = add_section (f, "A"), *b = add_section (f, "B"), *c = add_section (f, "C");
  WijkState *state = wijk_document_get_state (f->document);
  g_autoptr (GPtrArray) sorted = NULL;

  g_assert_true (wijk_document_move (f->document, "x", WIJK_RECORD (c), NULL, NULL, NULL));
  home_settle (f->document);
  sorted = wijk_state_dup_sorted (state, WIJK_KIND_SECTION);
  g_assert_true (sorted->pdata[0] == c && sorted->pdata[1] == a && sorted->pdata[2] == b);
  g_assert_true (
      wijk_document_move (f->document, "x", WIJK_RECORD (b), WIJK_RECORD (a), NULL, NULL));
  home_settle (f->document);
  g_assert_true (wijk_document_delete (f->document, "weg", WIJK_RECORD (a), NULL));
  home_settle (f->document);
  g_assert_true (wijk_record_is_deleted (WIJK_RECORD (a)));
  g_assert_true (wijk_record_is_deleted (WIJK_RECORD (b))); /* it hung below A */
  g_assert_false (wijk_record_is_deleted (WIJK_RECORD (c)));
  wijk_document_undo (f->document);
  home_settle (f->document);
  g_assert_false (wijk_record_is_deleted (WIJK_RECORD (b)));
}

typedef struct
{
  WijkSection *section;
  const char *title;
} Expected;

static gboolean
has_title (gpointer data)
{
  Expected *expected = data;

  return g_strcmp0 (expected->section->title, expected->title) == 0;
}

static void
test_follows_another_program (Fixture *f, gconstpointer data)
{
  WijkSection *section = add_section (f, "Groen");
  Expected expected = { section, "Van buiten" };
  g_autoptr (WijkStore) other = wijk_store_open (f->folder, HOME_DEVICE, "", NULL);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_edits_add (edits, wijk_record_get_id (WIJK_RECORD (section)), "title", expected.title);
  g_assert_true (wijk_store_write (other, "elders", edits, NULL));
  home_wait (has_title, &expected, 2); /* within two seconds, by itself */

  /* and the other's step is on the one stack */
  wijk_document_undo (f->document);
  home_settle (f->document);
  g_assert_cmpstr (section->title, ==, "Groen");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_counts_what_is_owed (Fixture *f, gconstpointer data)
{
  g_autofree char *id = NULL;
  WijkRecord *remark;
  guint n_notified = 0, n_owed;

  g_signal_connect_swapped (f->document, "notify::n-owed", G_CALLBACK (count_cb), &n_notified);
  id = wijk_document_add (f->document, "x", WIJK_KIND_REMARK, NULL, "text", "Meer licht", NULL);
  home_settle (f->document);
  remark = wijk_state_lookup (wijk_document_get_state (f->document), id);
  g_assert_cmpstr (((WijkRemark *) remark)->label, ==, "R-1");
  g_object_get (f->document, "n-owed", &n_owed, NULL);
  g_assert_cmpuint (n_owed, ==, 1);
  g_assert_true (wijk_document_set (f->document, "x", remark, "outcome", "overgenomen", NULL));
  home_settle (f->document);
  g_object_get (f->document, "n-owed", &n_owed, NULL);
  g_assert_cmpuint (n_owed, ==, 1); /* a reason is part of an answer */
  g_assert_true (wijk_document_set (f->document, "x", remark, "reason", "Komt in 2027", NULL));
  home_settle (f->document);
  g_object_get (f->document, "n-owed", &n_owed, NULL);
  g_assert_cmpuint (n_owed, ==, 0);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_false (wijk_document_delete (f->document, "x", remark, NULL));
}

static gboolean
has_failed (gpointer data)
{
  return wijk_document_get_saved (data) == WIJK_SAVED_FAILED;
}

/* A limit on the size of files stands for a full disk. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_a_full_disk_loses_nothing (Fixture *f, gconstpointer data)
{
  WijkSection *section = add_section (f, "Groen");
  g_autofree char *error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  limit_files (4096);
  wijk_document_type (f->document, "typen", WIJK_RECORD (section), "text", "Kostbaar", NULL);
  home_wait (has_failed, f->document, 30);
  g_object_get (f->document, "error", &error, NULL);
  g_assert_nonnull (error);
  g_assert_null (section->text);
  limit_files (RLIM_INFINITY);
  home_wait (is_saved, f->document, 30); /* it tries again by itself */
  g_assert_cmpstr (section->text, ==, "Kostbaar");
}

static void
test_closing_writes_what_is_left (Fixture *f, gconstpointer data)
{
  WijkSection *section = add_section (f, "Groen");
  g_autofree char *id = g_strdup (wijk_record_get_id (WIJK_RECORD (section)));

  wijk_document_type (f->document, "typen", WIJK_RECORD (section), "text", "Nog net", NULL);
  home_close (f->document);
  f->document = home_open (f->folder);
  section = WIJK_SECTION (wijk_state_lookup (wijk_document_get_state (f->document), id));
  g_assert_cmpstr (section->text, ==, "Nog net");
  wijk_document_undo (f->document); /* also after a restart */
  home_settle (f->document);
  g_assert_null (section->text);
}

static void
test_what_was_not_entered_is_kept (Fixture *f, gconstpointer data)
{
  g_assert_null (wijk_document_get_kept (f->document, WIJK_KEPT_ENTRY));
  wijk_document_keep (f->document, WIJK_KEPT_ENTRY, "Half getypt");
  home_close (f->document);
  f->document = home_open (f->folder);
  g_assert_cmpstr (wijk_document_get_kept (f->document, WIJK_KEPT_ENTRY), ==, "Half getypt");
  wijk_document_keep (f->document, WIJK_KEPT_ENTRY, "");
  home_close (f->document);
  f->document = home_open (f->folder);
  g_assert_null (wijk_document_get_kept (f->document, WIJK_KEPT_ENTRY));
}

static void
test_a_plan_that_is_not_there (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = wijk_store_open ("/nergens", HOME_DEVICE, "", &error);

  g_assert_null (store);
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_NOT_FOUND);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/document/add-set-undo-redo", test_add_set_undo_redo);
  ADD ("/document/typing-is-on-disk-within-a-second", test_typing_is_on_disk_within_a_second);
  ADD ("/document/typing-in-another-field-saves-the-first",
       test_typing_in_another_field_saves_the_first);
  ADD ("/document/typing-gives-its-value-later", test_typing_gives_its_value_later);
  ADD ("/document/what-cannot-be-is-refused-at-once", test_what_cannot_be_is_refused_at_once);
  ADD ("/document/moving-and-deleting", test_moving_and_deleting);
  ADD ("/document/follows-another-program", test_follows_another_program);
  ADD ("/document/counts-what-is-owed", test_counts_what_is_owed);
  ADD ("/document/a-full-disk-loses-nothing", test_a_full_disk_loses_nothing);
  ADD ("/document/closing-writes-what-is-left", test_closing_writes_what_is_left);
  ADD ("/document/what-was-not-entered-is-kept", test_what_was_not_entered_is_kept);
  g_test_add_func ("/document/a-plan-that-is-not-there", test_a_plan_that_is_not_there);

  return g_test_run ();
}
