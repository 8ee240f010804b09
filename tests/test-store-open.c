/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "stores.h"

static void
test_create (void)
{
  Laptop a;
  g_autoptr (GError) error = NULL;
  g_autofree char *mode = NULL;

  laptop_init (&a, DEVICE_A);
  g_assert_cmpstr (wijk_store_get_plan_id (a.store), ==, PLAN);
  g_assert_cmpstr (wijk_store_get_folder (a.store), ==, a.folder);
  g_assert_cmpstr (wijk_store_get_device (a.store), ==, DEVICE_A);
  g_assert_cmpint (wijk_store_get_seq (a.store), ==, 0);
  g_assert_cmpint (wijk_store_get_last_change_time (a.store), ==, 0);
  g_assert_cmpuint (count_changes (a.store), ==, 0);
  mode = query_file (a.folder, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "wal");

  /* not a second time in the same folder */
  g_assert_null (wijk_store_create (a.folder, PLAN, DEVICE_A, "", &error));
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_FAILED);

  write_one (a.store, PLAN, "title", "Wijkplan");
  laptop_restart (&a);
  g_assert_cmpstr (wijk_store_get_plan_id (a.store), ==, PLAN);
  assert_standing (a.store, PLAN, "title", "Wijkplan");
  assert_sound (a.folder);
  laptop_clear (&a);
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (wijk_store_create ("/nowhere/at/all", PLAN, DEVICE_A, NULL, &error));
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all"));
  g_clear_error (&error);
  g_assert_null (wijk_store_open ("/nowhere/at/all", DEVICE_A, NULL, &error));
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_NOT_FOUND);
}

static void
test_not_there (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "plan.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (wijk_store_open (folder, DEVICE_A, NULL, &error));
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  remove_folder (folder);
}

/* What is refused is left as it was, to the last byte. */
static void
assert_refused (const char *folder, WijkStoreError code)
{
  g_autofree char *path = g_build_filename (folder, "plan.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  g_assert_null (wijk_store_open (folder, DEVICE_A, NULL, &error));
  g_assert_error (error, WIJK_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, folder));
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_foreign (void)
{
  g_autofree char *garbage = g_strnfill (8192, 'x');
  const struct
  {
    const char *bytes;
    gssize length;
  } files[] = { { "", 0 }, { "no plan", -1 }, { garbage, 8192 }, { "SQLite format 3", 16 } };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autofree char *path = g_build_filename (folder, "plan.db", NULL);

      g_assert_true (g_file_set_contents (path, files[i].bytes, files[i].length, NULL));
      assert_refused (folder, WIJK_STORE_ERROR_DAMAGED);
      remove_folder (folder);
    }
}

static void
test_other_database (void)
{
  g_autofree char *folder = make_folder ();

  g_free (query_file (folder, "CREATE TABLE address (name TEXT)"));
  assert_refused (folder, WIJK_STORE_ERROR_DAMAGED);
  g_free (query_file (folder, "PRAGMA application_id = 0x57494a4b"));
  assert_refused (folder, WIJK_STORE_ERROR_DAMAGED);
  remove_folder (folder);
}

static void
test_newer (void)
{
  Laptop a;

  laptop_init (&a, DEVICE_A);
  write_one (a.store, PLAN, "title", "Wijkplan");
  g_free (query_file (a.folder, "PRAGMA user_version = 1"));
  g_assert_finalize_object (a.store);
  assert_refused (a.folder, WIJK_STORE_ERROR_NEWER);
  remove_folder (a.folder);
  g_free (a.folder);
}

/* A file of which the end is gone, or pages in the middle: an error, now or when it is read. */
static void
test_cut_off (void)
{
  for (guint i = 0; i < 40; i++)
    {
      Laptop a;
      g_autofree char *path = NULL;
      g_autofree char *bytes = NULL;
      gsize length;
      g_autoptr (GError) error = NULL;
      g_autoptr (WijkStore) store = NULL;

      laptop_init (&a, DEVICE_A);
      for (guint j = 0; j < 200; j++)
        {
          g_autofree char *value = g_strdup_printf ("%u", j);

          write_one (a.store, PLAN, "vision", value);
        }
      g_assert_finalize_object (a.store);
      path = g_build_filename (a.folder, "plan.db", NULL);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      if (i < 20)
        length = length * i / 20;
      else
        memset (bytes + length * (i - 20) / 20, 0x55, length / 20);
      g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));

      store = wijk_store_open (a.folder, DEVICE_A, NULL, &error);
      if (store != NULL)
        {
          g_autoptr (WijkHeadReader) reader = wijk_store_read_heads (store, &error);
          GPtrArray *steps = NULL, *changes = NULL;
          guint n;

          if (error == NULL)
            while (wijk_head_reader_next (reader, &n, &error) != NULL)
              ;
          if (error == NULL && wijk_store_read_changes (store, &steps, &changes, &error))
            {
              g_ptr_array_unref (steps);
              g_ptr_array_unref (changes);
            }
        }
      if (error != NULL)
        g_assert_true (error->domain == WIJK_STORE_ERROR);
      if (i < 15)
        g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_DAMAGED);
      g_clear_object (&store);
      remove_folder (a.folder);
      g_free (a.folder);
    }
}

/* Two programs that have one plan open see each other's changes. */
static void
test_two (void)
{
  Laptop a;
  g_autoptr (WijkStore) other = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) changed = NULL;
  gint64 seq = 0;

  laptop_init (&a, DEVICE_A);
  other = wijk_store_open (a.folder, DEVICE_A, "Bob", &error);
  g_assert_no_error (error);
  g_assert_false (wijk_store_has_foreign_commit (a.store));
  write_one (a.store, REMARK, "text", "own");
  g_assert_false (wijk_store_has_foreign_commit (a.store));
  g_assert_true (wijk_store_has_foreign_commit (other));
  g_assert_false (wijk_store_has_foreign_commit (other));
  write_one (other, OTHER, "text", "theirs");
  g_assert_true (wijk_store_has_foreign_commit (a.store));

  changed = wijk_store_dup_changed_since (a.store, &seq, &error);
  g_assert_no_error (error);
  g_assert_cmpstrv (changed, ((const char *[]) { REMARK, OTHER, NULL }));
  g_assert_cmpint (seq, ==, wijk_store_get_seq (a.store));
  g_clear_pointer (&changed, g_strfreev);
  changed = wijk_store_dup_changed_since (a.store, &seq, &error);
  g_assert_cmpuint (g_strv_length (changed), ==, 0);
  type (other, OTHER, "text", "more");
  type (other, OTHER, "text", "more of it");
  g_clear_pointer (&changed, g_strfreev);
  changed = wijk_store_dup_changed_since (a.store, &seq, &error);
  g_assert_cmpstrv (changed, ((const char *[]) { OTHER, NULL }));
  type (other, OTHER, "text", "more of it, rewritten");
  g_clear_pointer (&changed, g_strfreev);
  changed = wijk_store_dup_changed_since (a.store, &seq, &error);
  g_assert_cmpstrv (changed, ((const char *[]) { OTHER, NULL }));

  /* a reader sees one moment, and does not keep a writer waiting */
  {
    g_autoptr (WijkHeadReader) reader = wijk_store_read_heads (a.store, &error);
    guint n;

    g_assert_nonnull (wijk_head_reader_next (reader, &n, NULL));
    write_one (other, SECTION, "title", "Wonen");
    g_assert_nonnull (wijk_head_reader_next (reader, &n, NULL));
    g_assert_null (wijk_head_reader_next (reader, &n, &error));
    g_assert_no_error (error);
  }
  assert_standing (a.store, SECTION, "title", "Wonen");
  g_clear_object (&other);
  assert_sound (a.folder);
  laptop_clear (&a);
}

#define N_WRITERS 4
#define N_WRITES 60

static gpointer
write_in_thread (gpointer folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = wijk_store_open (folder, DEVICE_A, "", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < N_WRITES; i++)
    {
      g_autofree char *id = wijk_id_new ("remark");

      write_many (
          store, "add", id, "number", WIJK_EDIT_NUMBER, id, "text", "x", PLAN, "vision", id, NULL);
    }

  return NULL;
}

/* Several programs that write at once: no number twice, no edit lost, no conflict made. */
static void
test_crowd (void)
{
  Laptop a;
  GThread *threads[N_WRITERS];
  g_autofree char *numbers = NULL;

  laptop_init (&a, DEVICE_A);
  for (guint i = 0; i < N_WRITERS; i++)
    threads[i] = g_thread_new ("writer", write_in_thread, a.folder);
  for (guint i = 0; i < N_WRITERS; i++)
    g_thread_join (threads[i]);
  numbers = query_file (a.folder,
                        "SELECT count(DISTINCT value) || ' ' || max(CAST(value AS INTEGER)) || ' '"
                        " || (SELECT count(*) FROM head WHERE field = 'vision')"
                        " FROM head WHERE field = 'number'");
  g_assert_cmpstr (numbers, ==, "240 240 1");
  assert_sound (a.folder);
  laptop_clear (&a);
}

/* Notes stay on this laptop: they are no changes. */
static void
test_notes (void)
{
  Laptop a, b;
  g_autofree char *note = NULL;

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  g_assert_null (wijk_store_dup_note (a.store, "backup"));
  g_assert_true (wijk_store_set_note (a.store, "backup", "yesterday", NULL));
  g_assert_true (wijk_store_set_note (a.store, "backup", "today", NULL));
  g_assert_true (wijk_store_set_note (a.store, "plan", "not the plan's id", NULL));
  laptop_restart (&a);
  note = wijk_store_dup_note (a.store, "backup");
  g_assert_cmpstr (note, ==, "today");
  g_assert_cmpstr (wijk_store_get_plan_id (a.store), ==, PLAN);
  g_assert_cmpint (wijk_store_get_seq (a.store), ==, 0);
  give (a.store, b.store, 0);
  g_assert_null (wijk_store_dup_note (b.store, "backup"));
  laptop_clear (&a);
  laptop_clear (&b);
}

static void
test_author (void)
{
  Laptop a;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  laptop_init (&a, DEVICE_A);
  write_one (a.store, PLAN, "title", "1");
  wijk_store_set_author (a.store, "Bob");
  g_usleep (2000);
  write_one (a.store, PLAN, "title", "2");
  read_changes (a.store, &steps, &changes);
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (((WijkStep *) steps->pdata[0])->author, ==, "Ada");
  g_assert_cmpstr (((WijkStep *) steps->pdata[1])->author, ==, "Bob");
  g_assert_cmpint (
      wijk_store_get_last_change_time (a.store), ==, ((WijkStep *) steps->pdata[1])->at);
  g_assert_cmpint (
      ABS (g_get_real_time () / 1000 - wijk_store_get_last_change_time (a.store)), <, 60000);
  laptop_clear (&a);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/open/create", test_create);
  g_test_add_func ("/store/open/no-folder", test_no_folder);
  g_test_add_func ("/store/open/not-there", test_not_there);
  g_test_add_func ("/store/open/foreign", test_foreign);
  g_test_add_func ("/store/open/other-database", test_other_database);
  g_test_add_func ("/store/open/newer", test_newer);
  g_test_add_func ("/store/open/cut-off", test_cut_off);
  g_test_add_func ("/store/open/two", test_two);
  g_test_add_func ("/store/open/crowd", test_crowd);
  g_test_add_func ("/store/open/notes", test_notes);
  g_test_add_func ("/store/open/author", test_author);

  return g_test_run ();
}
