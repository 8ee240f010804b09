/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "stores.h"
#include "wijk-stamp.h"

static void
test_write (void)
{
  Laptop a;

  laptop_init (&a, DEVICE_A);
  write_one (a.store, SECTION, "title", "Groen");
  assert_standing (a.store, SECTION, "title", "Groen");
  write_one (a.store, SECTION, "title", "Groen en spelen");
  assert_standing (a.store, SECTION, "title", "Groen en spelen");
  g_assert_cmpuint (count_changes (a.store), ==, 2);
  write_one (a.store, SECTION, "title", "");
  assert_standing (a.store, SECTION, "title", "");
  write_one (a.store, SECTION, "links/" REMARK, "1");
  write_one (a.store, SECTION, "links/" OTHER, "1");
  write_one (a.store, SECTION, "links/" OTHER, "");
  assert_standing (a.store, SECTION, "links/" REMARK, "1");
  assert_standing (a.store, SECTION, "links/" OTHER, "");

  /* a field that this program does not know, and a kind */
  write_one (a.store, "scenario-0123456789abcdefghijklmnop", "what-if", "x");
  assert_standing (a.store, "scenario-0123456789abcdefghijklmnop", "what-if", "x");
  assert_standing (a.store, OTHER, "text", NULL);
  assert_sound (a.folder);
  laptop_clear (&a);
}

static void
test_nothing (void)
{
  Laptop a;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autofree char *n_steps = NULL;

  laptop_init (&a, DEVICE_A);
  write_one (a.store, SECTION, "text", ""); /* unset already */
  g_assert_cmpuint (count_changes (a.store), ==, 0);
  write_many (a.store, "first", SECTION, "title", "Groen", SECTION, "status", "idee", NULL);
  before = dup_changes (a.store);
  write_one (a.store, SECTION, "title", "Groen");
  write_many (a.store, "nothing", NULL);
  write_one (a.store, SECTION, "deleted", "");
  type (a.store, SECTION, "title", "Groen");
  after = dup_changes (a.store);
  g_assert_cmpstr (before, ==, after);
  name = wijk_store_dup_undo_name (a.store);
  g_assert_cmpstr (name, ==, "first");
  n_steps = query_file (a.folder, "SELECT count(*) FROM step");
  g_assert_cmpstr (n_steps, ==, "1");

  /* of two edits one that changes nothing is left out */
  write_many (a.store, "second", SECTION, "title", "Groen", SECTION, "status", "concept", NULL);
  g_assert_cmpuint (count_changes (a.store), ==, 3);
  laptop_clear (&a);
}

static void
test_settle (void)
{
  Laptop a, b;

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  write_one (a.store, SECTION, "title", "Groen");
  give (a.store, b.store, 1);
  write_one (a.store, SECTION, "title", "Groen en spelen");
  write_one (b.store, SECTION, "title", "Meer groen");
  give (b.store, a.store, 1);
  {
    g_autofree char *standing = dup_standing (a.store, SECTION, "title");

    g_assert_true (g_str_equal (standing, "Groen en spelen|Meer groen") ||
                   g_str_equal (standing, "Meer groen|Groen en spelen"));
  }
  /* choosing one of two is a change, though it is shown already */
  write_one (a.store, SECTION, "title", "Meer groen");
  assert_standing (a.store, SECTION, "title", "Meer groen");
  give (a.store, b.store, 2);
  assert_standing (b.store, SECTION, "title", "Meer groen");
  laptop_clear (&a);
  laptop_clear (&b);
}

static void
test_deleted (void)
{
  Laptop a;
  g_autofree char *mark = NULL;

  laptop_init (&a, DEVICE_A);
  write_many (a.store, "add", SECTION, "title", "Groen", SECTION, "text", "Veel.", NULL);
  write_one (a.store, SECTION, "deleted", WIJK_EDIT_DELETED);
  mark = dup_standing (a.store, SECTION, "deleted");
  g_assert_cmpuint (strlen (mark), ==, 2 * WIJK_STAMP_LENGTH + 1);
  write_one (a.store, SECTION, "deleted", WIJK_EDIT_DELETED); /* again: nothing */
  g_assert_cmpuint (count_changes (a.store), ==, 3);
  write_one (a.store, SECTION, "deleted", "");
  assert_standing (a.store, SECTION, "deleted", "");
  assert_standing (a.store, SECTION, "title", "Groen");
  assert_sound (a.folder);
  laptop_clear (&a);
}

/* ---- numbers ---- */

static char *
add_remark (WijkStore *store, const char *id)
{
  write_many (store,
              "add",
              id,
              "number",
              WIJK_EDIT_NUMBER,
              id,
              "label",
              WIJK_EDIT_NUMBER,
              id,
              "text",
              "Groen!",
              NULL);

  return dup_standing (store, id, "label");
}

#define assert_next_label(store, expected)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *new_id = wijk_id_new ("remark");                                              \
    g_autofree char *new_label = add_remark (store, new_id);                                       \
                                                                                                   \
    g_assert_cmpstr (new_label, ==, expected);                                                     \
  }                                                                                                \
  G_STMT_END

static void
test_numbers (void)
{
  Laptop a, b;
  g_autofree char *label = NULL;
  g_autofree char *second = NULL;
  g_auto (WijkUndone) undone = { 0 };

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  write_one (a.store, PLAN, "kind", "wijkplan");
  label = add_remark (a.store, REMARK);
  g_assert_cmpstr (label, ==, "R-1");
  assert_standing (a.store, REMARK, "number", "1");

  /* several in one step */
  write_many (a.store,
              "two",
              OTHER,
              "number",
              WIJK_EDIT_NUMBER,
              OTHER,
              "label",
              WIJK_EDIT_NUMBER,
              "remark-2222222222abcdefghijklmnop",
              "number",
              WIJK_EDIT_NUMBER,
              "remark-2222222222abcdefghijklmnop",
              "label",
              WIJK_EDIT_NUMBER,
              NULL);
  assert_standing (a.store, OTHER, "label", "R-2");
  assert_standing (a.store, "remark-2222222222abcdefghijklmnop", "label", "R-3");

  /* taken back, the number is not given again; nor after a restart, nor after an erasure */
  g_assert_true (wijk_store_undo (a.store, &undone, NULL));
  assert_next_label (a.store, "R-4");
  laptop_restart (&a);
  assert_next_label (a.store, "R-5");
  erase (a.store, REMARK, "*");
  assert_standing (a.store, REMARK, "label", "R-1");
  assert_standing (a.store, REMARK, "text", "-");
  assert_next_label (a.store, "R-6");

  /* elsewhere: a code of the device, and a count of its own */
  give (a.store, b.store, ANY);
  g_free (label);
  g_clear_pointer (&second, g_free);
  label = add_remark (b.store, "remark-3333333333abcdefghijklmnop");
  second = add_remark (b.store, "remark-4444444444abcdefghijklmnop");
  g_assert_cmpuint (strlen (label), ==, 5);
  g_assert_cmpuint (strspn (label, "23456789BCDFGHJKLMNPQRSTVWXYZ"), ==, 3);
  g_assert_true (g_str_has_suffix (label, "-1"));
  g_assert_true (g_str_has_suffix (second, "-2"));
  g_assert_cmpint (strncmp (label, second, 3), ==, 0);
  g_assert_true (wijk_store_undo (b.store, &undone, NULL));
  give (b.store, a.store, ANY);
  assert_next_label (a.store, "R-7");
  laptop_clear (&a);
  laptop_clear (&b);
}

/* The plan comes back onto its laptop out of a bundle: its numbers go on. */
static void
test_numbers_come_back (void)
{
  Laptop a, b, again;

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  laptop_init (&again, DEVICE_A);
  write_one (a.store, PLAN, "kind", "wijkplan");
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = wijk_id_new ("remark");
      g_autofree char *label = add_remark (a.store, id);
    }
  give (a.store, b.store, ANY);
  give (b.store, again.store, ANY);
  assert_next_label (again.store, "R-13");
  laptop_clear (&a);
  laptop_clear (&b);
  laptop_clear (&again);
}

/* Devices whose three signs are equal: the higher id shows a fourth, once it knows. */
static void
test_equal_codes (void)
{
  g_autoptr (GHashTable) by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  static const char signs[] = "23456789BCDFGHJKLMNPQRSTVWXYZ";
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *of_low = NULL;
  g_autofree char *early = NULL;
  g_autofree char *late = NULL;
  Laptop a, b, c;

  /* the same spreading as the store's, to find such a pair */
  for (guint32 i = 1; high == NULL; i++)
    {
      guint32 value = i * 2654435761u;
      char code[4] = { signs[value % 29], signs[value / 29 % 29], signs[value / 841 % 29], '\0' };
      const char *known = g_hash_table_lookup (by_code, code);

      if (known != NULL)
        {
          low = g_strdup (known);
          high = g_strdup_printf ("%08x", i);
        }
      else
        g_hash_table_insert (by_code, g_strdup (code), g_strdup_printf ("%08x", i));
    }
  laptop_init (&a, "ffffffff");
  laptop_init (&b, low);
  laptop_init (&c, high);
  write_one (a.store, PLAN, "kind", "wijkplan");
  give (a.store, b.store, ANY);
  give (a.store, c.store, ANY);
  of_low = add_remark (b.store, "remark-3333333333abcdefghijklmnop");
  early = add_remark (c.store, "remark-4444444444abcdefghijklmnop");
  g_assert_cmpstr (of_low, ==, early); /* they do not know of each other */
  give (b.store, c.store, ANY);
  give (c.store, b.store, ANY);
  late = add_remark (c.store, "remark-5555555555abcdefghijklmnop");
  g_assert_cmpuint (strlen (late), ==, 6);
  g_assert_cmpint (strncmp (late, early, 3), ==, 0);
  g_assert_true (g_str_has_suffix (late, "-2"));
  g_free (late);
  late = add_remark (b.store, "remark-6666666666abcdefghijklmnop");
  g_assert_cmpuint (strlen (late), ==, 5);
  laptop_clear (&a);
  laptop_clear (&b);
  laptop_clear (&c);
}

/* ---- typing ---- */

static void
test_typing (void)
{
  Laptop a;
  gint64 seq, next;
  g_autofree char *stamp = NULL;
  g_autofree char *after = NULL;

  laptop_init (&a, DEVICE_A);
  type (a.store, SECTION, "text", "M");
  stamp = query_file (a.folder, "SELECT stamp FROM change");
  seq = wijk_store_get_seq (a.store);
  type (a.store, SECTION, "text", "Meer");
  type (a.store, SECTION, "text", "Meer groen");
  after = query_file (a.folder, "SELECT stamp || (SELECT ' ' || count(*) FROM change) FROM change");
  g_assert_true (g_str_has_prefix (after, stamp)); /* the same change, with another value */
  g_assert_true (g_str_has_suffix (after, " 1"));
  next = wijk_store_get_seq (a.store);
  g_assert_cmpint (next, >, seq);
  assert_standing (a.store, SECTION, "text", "Meer groen");
  g_assert_cmpuint (count_changes (a.store), ==, 0); /* what is open does not leave the laptop */

  /* another field ends it */
  type (a.store, SECTION, "title", "Groen");
  g_assert_cmpuint (count_changes (a.store), ==, 1);
  type (a.store, SECTION, "text", "Meer groen.");
  g_assert_cmpuint (count_changes (a.store), ==, 2);
  g_assert_true (wijk_store_close_typing (a.store, NULL));
  g_assert_cmpuint (count_changes (a.store), ==, 3);

  /* closed: a change of its own */
  type (a.store, SECTION, "text", "Meer groen!");
  g_assert_true (wijk_store_close_typing (a.store, NULL));
  g_assert_cmpuint (count_changes (a.store), ==, 4);
  g_assert_true (wijk_store_close_typing (a.store, NULL)); /* nothing open: fine */
  assert_sound (a.folder);
  laptop_clear (&a);
}

static void
test_typing_and_others (void)
{
  Laptop a;
  g_autoptr (WijkStore) other = NULL;
  g_autofree char *n = NULL;

  laptop_init (&a, DEVICE_A);
  other = wijk_store_open (a.folder, DEVICE_A, "Bob", NULL);
  g_assert_nonnull (other);

  /* another program writes the field: what is typed next is a new change after it */
  type (a.store, SECTION, "text", "Meer");
  write_one (other, SECTION, "text", "Anders");
  type (a.store, SECTION, "text", "Meer groen");
  assert_standing (a.store, SECTION, "text", "Meer groen");
  g_assert_true (wijk_store_close_typing (a.store, NULL));
  g_assert_cmpuint (count_changes (a.store), ==, 3);

  /* another program wants it closed, to make a bundle */
  type (a.store, SECTION, "text", "Meer groen en");
  g_assert_true (wijk_store_close_typing (other, NULL));
  g_assert_cmpuint (count_changes (a.store), ==, 4);
  type (a.store, SECTION, "text", "Meer groen en spelen");
  g_assert_cmpuint (count_changes (a.store), ==, 4);
  g_assert_true (wijk_store_close_typing (a.store, NULL));
  g_assert_cmpuint (count_changes (a.store), ==, 5);

  /* another program's write elsewhere leaves it open */
  type (a.store, SECTION, "text", "x");
  write_one (other, SECTION, "title", "Groen");
  type (a.store, SECTION, "text", "xy");
  g_assert_cmpuint (count_changes (a.store), ==, 6);

  /* killed meanwhile: what was open then stays as it is */
  laptop_restart (&a);
  type (a.store, SECTION, "text", "xyz");
  g_assert_cmpuint (count_changes (a.store), ==, 7);
  n = query_file (a.folder, "SELECT count(*) FROM open_change");
  g_assert_cmpstr (n, ==, "1");
  g_clear_object (&other);
  assert_sound (a.folder);
  laptop_clear (&a);
}

/* An hour of typing in a text of 30 kB. */
static void
test_typing_long (void)
{
  Laptop a;
  g_autoptr (GString) text = g_string_new (NULL);
  goffset size = 0;

  laptop_init (&a, DEVICE_A);
  while (text->len < 30000)
    g_string_append (text, "Er is te weinig groen in de wijk. ");
  for (guint i = 0; i < 3600; i++)
    {
      g_string_append_c (text, 'x');
      type (a.store, SECTION, "text", text->str);
      if (i % 300 == 299) /* it is closed after five minutes */
        g_assert_true (wijk_store_close_typing (a.store, NULL));
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (a.folder, i == 0 ? "plan.db" : "plan.db-wal", NULL);
      GStatBuf about;

      g_assert_cmpint (g_stat (path, &about), ==, 0);
      size += about.st_size;
    }
  g_test_message ("%" G_GOFFSET_FORMAT " bytes", size);
  g_assert_cmpint (size, <, 10 * 1000 * 1000);
  laptop_clear (&a);
}

/* ---- history ---- */

static void
test_history (void)
{
  Laptop a;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GHashTable) steps = NULL;
  g_autoptr (GError) error = NULL;

  laptop_init (&a, DEVICE_A);
  write_one (a.store, SECTION, "title", "1");
  write_one (a.store, OTHER, "text", "elsewhere");
  write_one (a.store, SECTION, "title", "2");
  history = wijk_store_read_history (a.store, SECTION, &steps, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpuint (g_hash_table_size (steps), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      WijkChange *change = history->pdata[i];
      WijkStep *step = g_hash_table_lookup (steps, change->step);

      g_assert_cmpstr (change->value, ==, i == 0 ? "2" : "1");
      g_assert_cmpstr (step->name, ==, "title");
      g_assert_cmpstr (step->author, ==, "Ada");
    }
  laptop_clear (&a);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/write/write", test_write);
  g_test_add_func ("/store/write/nothing", test_nothing);
  g_test_add_func ("/store/write/settle", test_settle);
  g_test_add_func ("/store/write/deleted", test_deleted);
  g_test_add_func ("/store/number/count", test_numbers);
  g_test_add_func ("/store/number/come-back", test_numbers_come_back);
  g_test_add_func ("/store/number/equal-codes", test_equal_codes);
  g_test_add_func ("/store/typing/rewrite", test_typing);
  g_test_add_func ("/store/typing/others", test_typing_and_others);
  g_test_add_func ("/store/typing/long", test_typing_long);
  g_test_add_func ("/store/history", test_history);

  return g_test_run ();
}
