/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "heads.h"
#include "stores.h"

static guint
undo (WijkStore *store)
{
  g_auto (WijkUndone) undone = { 0 };
  g_autoptr (GError) error = NULL;

  wijk_store_undo (store, &undone, &error);
  g_assert_no_error (error);

  return undone.n_left;
}

static guint
redo (WijkStore *store)
{
  g_auto (WijkUndone) undone = { 0 };
  g_autoptr (GError) error = NULL;

  wijk_store_redo (store, &undone, &error);
  g_assert_no_error (error);

  return undone.n_left;
}

/* Whether the record is there for a person. */
static gboolean
is_there (WijkStore *store, const char *id)
{
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (WijkHeadReader) reader = wijk_store_read_record (store, id, NULL);
  const WijkHead *heads;
  guint n;
  WijkRecord *record;

  heads = wijk_head_reader_next (reader, &n, NULL);
  if (n == 0)
    return FALSE;
  record = wijk_state_take (state, id, heads, n);
  g_assert_false (wijk_record_is_disputed (record));

  return !wijk_record_is_deleted (record);
}

static gboolean
has_mark (WijkStore *store, const char *id)
{
  g_autofree char *mark = dup_standing (store, id, "deleted");

  return mark != NULL && *mark != '\0';
}

/* What a person sees: values by field, without stamps; marks of deletion as such. */
static char *
dup_view (WijkStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkHeadReader) reader = wijk_store_read_heads (store, &error);
  GString *text = g_string_new (NULL);
  const WijkHead *heads;
  guint n;

  while ((heads = wijk_head_reader_next (reader, &n, &error)) != NULL)
    {
      if (!is_there (store, heads[0].record))
        continue;
      for (guint i = 0; i < n; i++)
        if (!g_str_equal (heads[i].field, "deleted") && *heads[i].value != '\0')
          g_string_append_printf (
              text, "%s %s %s\n", heads[i].record, heads[i].field, heads[i].value);
    }
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

static void
test_nothing (void)
{
  Laptop a;
  g_auto (WijkUndone) undone = { 0 };
  g_autoptr (GError) error = NULL;

  laptop_init (&a, DEVICE_A);
  g_assert_null (wijk_store_dup_undo_name (a.store));
  g_assert_null (wijk_store_dup_redo_name (a.store));
  g_assert_false (wijk_store_undo (a.store, &undone, &error));
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  write_one (a.store, SECTION, "title", "x");
  g_assert_false (wijk_store_redo (a.store, &undone, &error));
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_NOTHING);
  g_assert_null (undone.name);
  laptop_clear (&a);
}

static void
test_names (void)
{
  Laptop a;
  g_auto (WijkUndone) undone = { 0 };
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  WijkStep *first, *second;

  laptop_init (&a, DEVICE_A);
  write_many (a.store, "Hoofdstuk maken", SECTION, "title", "Groen", NULL);
  g_usleep (2000);
  name = wijk_store_dup_undo_name (a.store);
  g_assert_cmpstr (name, ==, "Hoofdstuk maken");
  g_assert_true (wijk_store_undo (a.store, &undone, NULL));
  g_assert_cmpstr (undone.name, ==, "Hoofdstuk maken");
  g_assert_cmpstr (undone.record, ==, SECTION);
  g_assert_cmpuint (undone.n_left, ==, 0);
  g_assert_null (wijk_store_dup_undo_name (a.store));
  g_free (name);
  name = wijk_store_dup_redo_name (a.store);
  g_assert_cmpstr (name, ==, "Hoofdstuk maken");
  read_changes (a.store, &steps, &changes);
  first = steps->pdata[0];
  second = steps->pdata[1];
  g_assert_null (first->undoes);
  g_assert_cmpstr (second->undoes, ==, first->id);
  g_assert_cmpstr (second->name, ==, "Hoofdstuk maken");
  laptop_clear (&a);
}

/* Ten steps of every kind, all the way back and forth, several times and across restarts: every
 * time the same is seen. */
static void
test_back_and_forth (void)
{
  Laptop a;
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (g_free);

  laptop_init (&a, DEVICE_A);
  for (guint i = 0; i <= 10; i++)
    {
      if (i == 1)
        write_many (a.store, "make", SECTION, "title", "Groen", SECTION, "place", "/01", NULL);
      else if (i == 2)
        write_one (a.store, SECTION, "title", "Meer groen");
      else if (i == 3)
        write_many (a.store, "make", REMARK, "number", "?", REMARK, "text", "Bomen!", NULL);
      else if (i == 4)
        write_one (a.store, SECTION, "links/" REMARK, "1");
      else if (i == 5)
        {
          type (a.store, SECTION, "text", "Er");
          type (a.store, SECTION, "text", "Er is te weinig groen.");
        }
      else if (i == 6)
        write_one (a.store, SECTION, "place", "/05");
      else if (i == 7)
        write_one (a.store, SECTION, "deleted", WIJK_EDIT_DELETED);
      else if (i == 8)
        write_one (a.store, SECTION, "deleted", "");
      else if (i == 9)
        write_one (a.store, SECTION, "links/" REMARK, "");
      else if (i == 10)
        write_one (a.store, SECTION, "title", "");
      g_ptr_array_add (views, dup_view (a.store));
    }
  for (guint round = 0; round < 3; round++)
    {
      for (guint i = 10; i > 0; i--)
        {
          g_autofree char *view = NULL;

          g_test_message ("round %u, back to %u", round, i - 1);
          g_assert_cmpuint (undo (a.store), ==, 0);
          view = dup_view (a.store);
          g_assert_cmpstr (view, ==, views->pdata[i - 1]);
          if (round == 1)
            laptop_restart (&a);
        }
      for (guint i = 1; i <= 10; i++)
        {
          g_autofree char *view = NULL;

          g_assert_cmpuint (redo (a.store), ==, 0);
          view = dup_view (a.store);
          g_assert_cmpstr (view, ==, views->pdata[i]);
          if (round == 1)
            laptop_restart (&a);
        }
    }
  assert_sound (a.folder);
  laptop_clear (&a);
}

/* At random, against a stack of what was seen. */
static void
test_random (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      Laptop a;
      g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (g_free);
      guint at = 0;

      laptop_init (&a, DEVICE_A);
      g_ptr_array_add (views, dup_view (a.store));
      for (guint i = 0; i < 40; i++)
        {
          int what = g_test_rand_int_range (0, 10);
          g_autofree char *value = g_strdup_printf ("%u", i);
          const char *record = what % 2 == 0 ? SECTION : REMARK;
          g_autofree char *view = NULL;

          if (what < 6 && !is_there (a.store, record) && has_mark (a.store, record))
            write_one (a.store, record, "deleted", "");
          else if (what < 4)
            write_one (a.store, record, what < 2 ? "title" : "text", value);
          else if (what == 4)
            write_one (a.store, record, "deleted", is_there (a.store, record) ? "1" : "");
          else if (what == 5)
            {
              type (a.store, record, "text", "typed");
              type (a.store, record, "text", value);
              wijk_store_close_typing (a.store, NULL);
            }
          else if (what < 8 && at > 0)
            {
              g_assert_cmpuint (undo (a.store), ==, 0);
              at--;
            }
          else if (what >= 8 && at + 1 < views->len)
            {
              g_assert_cmpuint (redo (a.store), ==, 0);
              at++;
            }
          else
            continue;
          view = dup_view (a.store);
          if (what >= 6)
            g_assert_cmpstr (view, ==, views->pdata[at]);
          else
            {
              /* typing may have rewritten a change, which is no new step */
              g_autofree char *n =
                  query_file (a.folder, "SELECT count(*) FROM undo WHERE undone_by IS NULL");

              at = (guint) g_ascii_strtoull (n, NULL, 10);
              g_ptr_array_set_size (views, (int) MIN (at, views->len));
              g_ptr_array_add (views, g_strdup (view));
            }
        }
      assert_sound (a.folder);
      laptop_clear (&a);
    }
}

/* What another laptop changed since stays, and is counted. */
static void
test_left_alone (void)
{
  Laptop a, b;

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  write_many (a.store, "make", SECTION, "title", "Groen", SECTION, "text", "Veel.", NULL);
  write_many (a.store, "edit", SECTION, "title", "Meer groen", SECTION, "text", "Meer.", NULL);
  give (a.store, b.store, 4);
  write_one (b.store, SECTION, "title", "Speelplekken");
  give (b.store, a.store, 1);
  g_assert_cmpuint (undo (a.store), ==, 0); /* the import */
  assert_standing (a.store, SECTION, "title", "Meer groen");
  g_assert_cmpuint (redo (a.store), ==, 0);
  assert_standing (a.store, SECTION, "title", "Speelplekken");

  /* edited by both: the conflict stays as it is */
  write_one (b.store, SECTION, "text", "Van b.");
  write_one (a.store, SECTION, "text", "Van a.");
  give (b.store, a.store, 1);
  {
    g_autofree char *before = dup_standing (a.store, SECTION, "text");
    g_autofree char *after = NULL;

    g_assert_cmpuint (undo (a.store), ==, 1); /* the import: b's text is no longer alone */
    g_assert_cmpuint (undo (a.store), ==, 1);
    after = dup_standing (a.store, SECTION, "text");
    g_assert_cmpstr (after, ==, before);
  }
  laptop_clear (&a);
  laptop_clear (&b);
}

/* A record that was made here and that another laptop added to is not deleted. */
static void
test_made_and_touched (void)
{
  Laptop a, b;

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  write_many (a.store, "make", SECTION, "title", "Groen", SECTION, "status", "idee", NULL);
  give (a.store, b.store, 2);
  write_one (b.store, SECTION, "text", "Van b.");
  give (b.store, a.store, 1);
  undo (a.store); /* the import goes */
  assert_standing (a.store, SECTION, "text", "");
  redo (a.store);
  assert_standing (a.store, SECTION, "text", "Van b.");

  /* a deletion taken back and done again, of what others wrote too */
  write_one (a.store, SECTION, "deleted", WIJK_EDIT_DELETED);
  g_assert_false (is_there (a.store, SECTION));
  g_assert_cmpuint (undo (a.store), ==, 0);
  g_assert_true (is_there (a.store, SECTION));
  g_assert_cmpuint (redo (a.store), ==, 0);
  g_assert_false (is_there (a.store, SECTION));
  g_assert_cmpuint (undo (a.store), ==, 0);
  write_one (b.store, SECTION, "guidance", "Later.");
  give (b.store, a.store, 1);
  g_assert_true (is_there (a.store, SECTION));
  laptop_clear (&a);
  laptop_clear (&b);
}

static void
test_import (void)
{
  Laptop a, b;
  g_autofree char *name = NULL;

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  write_many (b.store, "one", REMARK, "text", "1", NULL);
  write_many (b.store, "two", OTHER, "text", "2", NULL);
  write_many (b.store, "three", REMARK, "text", "1, better", NULL);
  write_one (a.store, SECTION, "title", "Groen");
  give (b.store, a.store, 3);
  name = wijk_store_dup_undo_name (a.store);
  g_assert_cmpstr (name, !=, "one"); /* one entry, whatever it is made of */
  g_assert_cmpuint (undo (a.store), ==, 0);
  g_assert_false (is_there (a.store, REMARK));
  g_assert_false (is_there (a.store, OTHER));
  g_assert_cmpuint (redo (a.store), ==, 0);
  assert_standing (a.store, REMARK, "text", "1, better");
  assert_standing (a.store, OTHER, "text", "2");
  g_assert_true (is_there (a.store, REMARK));
  undo (a.store);
  undo (a.store);
  g_assert_false (is_there (a.store, SECTION));

  /* the same once more is no step */
  give (b.store, a.store, 0);
  g_assert_null (wijk_store_dup_undo_name (a.store));
  laptop_clear (&a);
  laptop_clear (&b);
}

static void
test_erased (void)
{
  Laptop a;

  laptop_init (&a, DEVICE_A);
  write_one (a.store, SECTION, "title", "Jan de Vries");
  write_one (a.store, SECTION, "title", "Jan");
  erase (a.store, SECTION, "title");
  /* erasing is no step to be taken back; the steps before it leave the field alone */
  g_assert_cmpuint (undo (a.store), ==, 1);
  g_assert_cmpuint (undo (a.store), ==, 1);
  g_assert_null (wijk_store_dup_undo_name (a.store));
  assert_standing (a.store, SECTION, "title", "-");
  redo (a.store);
  redo (a.store);
  assert_standing (a.store, SECTION, "title", "-");
  assert_sound (a.folder);
  laptop_clear (&a);
}

static void
test_cap (void)
{
  Laptop a;
  g_autofree char *n = NULL;
  g_auto (WijkUndone) undone = { 0 };

  laptop_init (&a, DEVICE_A);
  for (guint i = 0; i < 1010; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", i);

      write_one (a.store, SECTION, "title", value);
    }
  n = query_file (a.folder, "SELECT count(*) FROM undo");
  g_assert_cmpstr (n, ==, "1000");
  for (guint i = 0; i < 1000; i++)
    undo (a.store);
  assert_standing (a.store, SECTION, "title", "9");
  g_assert_false (wijk_store_undo (a.store, &undone, NULL));
  for (guint i = 0; i < 1000; i++)
    redo (a.store);
  assert_standing (a.store, SECTION, "title", "1009");

  /* something new forgets what could be redone */
  undo (a.store);
  undo (a.store);
  write_one (a.store, SECTION, "title", "new");
  g_assert_null (wijk_store_dup_redo_name (a.store));
  undo (a.store);
  assert_standing (a.store, SECTION, "title", "1007");
  laptop_clear (&a);
}

/* Undo closes what is being typed, and takes it back as one. */
static void
test_typing (void)
{
  Laptop a;

  laptop_init (&a, DEVICE_A);
  type (a.store, SECTION, "text", "a");
  type (a.store, SECTION, "text", "ab");
  g_assert_true (wijk_store_close_typing (a.store, NULL));
  type (a.store, SECTION, "text", "abc");
  type (a.store, SECTION, "text", "abcd");
  undo (a.store);
  assert_standing (a.store, SECTION, "text", "ab");
  type (a.store, SECTION, "text", "abx");
  assert_standing (a.store, SECTION, "text", "abx");
  undo (a.store);
  assert_standing (a.store, SECTION, "text", "ab");
  laptop_clear (&a);
}

/* What may have left the laptop is not taken back, and what was before it still can be. */
static void
test_lasting (void)
{
  Laptop a;
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_auto (WijkUndone) undone = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  laptop_init (&a, DEVICE_A);
  write_many (a.store, "before", SECTION, "title", "1", NULL);
  wijk_edits_add (edits, "version-0123456789abcdefghijklmnop", "number", "1");
  g_assert_true (wijk_store_write_lasting (a.store, "version", edits, &error));
  g_assert_no_error (error);
  name = wijk_store_dup_undo_name (a.store);
  g_assert_cmpstr (name, ==, "before");
  undo (a.store);
  assert_standing (a.store, "version-0123456789abcdefghijklmnop", "number", "1");
  redo (a.store);
  g_assert_true (wijk_store_forget_undo (a.store, &error));
  g_assert_false (wijk_store_undo (a.store, &undone, &error));
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_NOTHING);
  assert_standing (a.store, SECTION, "title", "1");
  laptop_clear (&a);
}

/* The window and the command line have one stack. */
static void
test_two_programs (void)
{
  Laptop a;
  g_autoptr (WijkStore) other = NULL;

  laptop_init (&a, DEVICE_A);
  other = wijk_store_open (a.folder, DEVICE_A, "", NULL);
  write_one (a.store, SECTION, "title", "1");
  write_one (other, SECTION, "title", "2");
  undo (a.store);
  assert_standing (other, SECTION, "title", "1");
  redo (other);
  assert_standing (a.store, SECTION, "title", "2");
  g_clear_object (&other);
  laptop_clear (&a);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/undo/nothing", test_nothing);
  g_test_add_func ("/store/undo/names", test_names);
  g_test_add_func ("/store/undo/back-and-forth", test_back_and_forth);
  g_test_add_func ("/store/undo/random", test_random);
  g_test_add_func ("/store/undo/left-alone", test_left_alone);
  g_test_add_func ("/store/undo/made-and-touched", test_made_and_touched);
  g_test_add_func ("/store/undo/import", test_import);
  g_test_add_func ("/store/undo/erased", test_erased);
  g_test_add_func ("/store/undo/cap", test_cap);
  g_test_add_func ("/store/undo/typing", test_typing);
  g_test_add_func ("/store/undo/lasting", test_lasting);
  g_test_add_func ("/store/undo/two-programs", test_two_programs);

  return g_test_run ();
}
