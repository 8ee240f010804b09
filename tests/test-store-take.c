/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "heads.h"
#include "stores.h"
#include "wijk-stamp.h"

#define NOW G_GINT64_CONSTANT (1795420800000)
#define STEP "step-0123456789abcdefghijklmnop"
#define S1 "1795420800000-00000-0000000b"
#define S2 "1795420800001-00000-0000000b"
#define S3 "1795420800002-00000-0000000c"

/* Takes in one change, with its step. */
static gboolean
take_change (WijkStore *store,
             const char *stamp,
             const char *step,
             const char *record,
             const char *field,
             const char *value,
             const char *replaced,
             WijkTaken *taken,
             GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_step_free);
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_change_free);

  g_ptr_array_add (steps, wijk_step_new (STEP, "Bob", NOW, "step", NULL));
  g_ptr_array_add (changes, wijk_change_new (stamp, step, record, field, value, replaced));

  return wijk_store_take (store, steps, changes, NOW, taken, error);
}

static void
take_fine (WijkStore *store,
           const char *stamp,
           const char *record,
           const char *field,
           const char *value,
           const char *replaced)
{
  g_auto (WijkTaken) taken = { 0 };
  g_autoptr (GError) error = NULL;

  take_change (store, stamp, STEP, record, field, value, replaced, &taken, &error);
  g_assert_no_error (error);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *what;
    const char *stamp, *step, *record, *field, *value, *replaced;
  } cases[] = {
    { "no stamp", "x", STEP, REMARK, "text", "a", "" },
    { "beyond 2100", "4133980800000-00000-0000000b", STEP, REMARK, "text", "a", "" },
    { "step", S1, "step-1", REMARK, "text", "a", "" },
    { "record", S1, STEP, "../../etc/passwd", "text", "a", "" },
    { "field", S1, STEP, REMARK, "text; DROP", "a", "" },
    { "member", S1, STEP, REMARK, "themes/", "1", "" },
    { "replaced is no stamp", S2, STEP, REMARK, "text", "a", "x" },
    { "replaced, two spaces", S2, STEP, REMARK, "text", "a", S1 "  " S1 },
    { "replaces itself", S1, STEP, REMARK, "text", "a", S1 },
    { "replaces a later one", S1, STEP, REMARK, "text", "a", S2 },
    { "another plan", S1, STEP, "plan-1111111111abcdefghijklmnop", "title", "a", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Laptop a;
      g_auto (WijkTaken) taken = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      laptop_init (&a, DEVICE_A);
      g_assert_false (take_change (a.store,
                                   cases[i].stamp,
                                   cases[i].step,
                                   cases[i].record,
                                   cases[i].field,
                                   cases[i].value,
                                   cases[i].replaced,
                                   &taken,
                                   &error));
      g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_STAMP);
      g_assert_cmpuint (taken.n_new, ==, 0);
      g_assert_cmpuint (count_changes (a.store), ==, 0);
      g_assert_null (wijk_store_dup_undo_name (a.store));
      laptop_clear (&a);
    }
}

/* One bad change among good ones: none is taken in. */
static void
test_all_or_none (void)
{
  Laptop a;
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_step_free);
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_change_free);
  g_auto (WijkTaken) taken = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *n = NULL;

  laptop_init (&a, DEVICE_A);
  g_ptr_array_add (steps, wijk_step_new (STEP, "Bob", NOW, "step", NULL));
  g_ptr_array_add (changes, wijk_change_new (S1, STEP, REMARK, "text", "a", ""));
  g_ptr_array_add (changes, wijk_change_new (S2, STEP, REMARK, "text", "b", S1));
  g_ptr_array_add (changes, wijk_change_new (S3, STEP, REMARK, "text", "c", S3));
  g_assert_false (wijk_store_take (a.store, steps, changes, NOW, &taken, &error));
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_STAMP);
  n = query_file (a.folder, "SELECT (SELECT count(*) FROM change) || (SELECT count(*) FROM step)");
  g_assert_cmpstr (n, ==, "00");
  g_ptr_array_set_size (changes, 2);
  g_clear_error (&error);
  g_assert_true (wijk_store_take (a.store, steps, changes, NOW, &taken, &error));
  g_assert_cmpuint (taken.n_new, ==, 2);
  g_assert_null (taken.ahead);
  laptop_clear (&a);
}

static void
test_known (void)
{
  static const struct
  {
    const char *step, *record, *field, *value, *replaced;
    gboolean same;
  } cases[] = {
    { STEP, REMARK, "text", "b", S1, TRUE },
    { STEP, REMARK, "text", NULL, S1, TRUE }, /* erased where it comes from */
    { STEP, REMARK, "text", "c", S1, FALSE },
    { STEP, REMARK, "text", "b", "", FALSE },
    { STEP, REMARK, "reason", "b", S1, FALSE },
    { STEP, OTHER, "text", "b", S1, FALSE },
    { "step-1111111111abcdefghijklmnop", REMARK, "text", "b", S1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Laptop a;
      g_auto (WijkTaken) taken = { 0 };
      g_autoptr (GError) error = NULL;

      laptop_init (&a, DEVICE_A);
      take_fine (a.store, S1, REMARK, "text", "a", "");
      take_fine (a.store, S2, REMARK, "text", "b", S1);
      g_assert_cmpint (take_change (a.store,
                                    S2,
                                    cases[i].step,
                                    cases[i].record,
                                    cases[i].field,
                                    cases[i].value,
                                    cases[i].replaced,
                                    &taken,
                                    &error),
                       ==,
                       cases[i].same);
      if (cases[i].same)
        g_assert_cmpuint (taken.n_same, ==, 1);
      else
        g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_STAMP);
      assert_standing (a.store, REMARK, "text", "b");
      laptop_clear (&a);
    }
}

static void
test_any_order (void)
{
  static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
                                     { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      Laptop a;

      laptop_init (&a, DEVICE_A);
      for (guint twice = 0; twice < 2; twice++)
        for (guint j = 0; j < 3; j++)
          {
            if (orders[i][j] == 0)
              take_fine (a.store, S1, REMARK, "text", "a", "");
            else if (orders[i][j] == 1)
              take_fine (a.store, S2, REMARK, "text", "b", S1);
            else
              take_fine (a.store, S3, REMARK, "text", "c", S1);
          }
      assert_standing (a.store, REMARK, "text", "b|c");
      assert_sound (a.folder);
      laptop_clear (&a);
    }
}

/* A change replaces only what stood in its own field, whatever it says and whenever it comes. */
static void
test_other_fields (void)
{
  for (guint i = 0; i < 2; i++)
    {
      Laptop a;

      laptop_init (&a, DEVICE_A);
      for (guint j = 0; j < 2; j++)
        if (i == j)
          take_fine (a.store, S1, REMARK, "text", "a", "");
        else
          take_fine (a.store, S2, OTHER, "text", "b", S1);
      assert_standing (a.store, REMARK, "text", "a");
      assert_standing (a.store, OTHER, "text", "b");
      assert_sound (a.folder);
      laptop_clear (&a);
    }
}

/* A laptop whose clock is wrong is taken in, and named; stamps given here are higher still. */
static void
test_ahead (void)
{
  Laptop a;
  g_auto (WijkTaken) taken = { 0 };
  g_autofree char *highest = NULL;

  laptop_init (&a, DEVICE_A);
  g_assert_true (take_change (
      a.store, "1795420800000-00000-0000000c", STEP, REMARK, "text", "a", "", &taken, NULL));
  g_assert_null (taken.ahead);
  g_assert_true (take_change (
      a.store, "1795507200000-00000-0000000c", STEP, REMARK, "reason", "a", "", &taken, NULL));
  g_assert_null (taken.ahead); /* a day is time zones */
  g_assert_true (take_change (
      a.store, "3995507200000-00000-0000000b", STEP, REMARK, "count", "1", "", &taken, NULL));
  g_assert_cmpstr (taken.ahead, ==, "0000000b");
  write_one (a.store, REMARK, "text", "b");
  highest = query_file (a.folder, "SELECT max(stamp) FROM change");
  g_assert_cmpstr (highest, ==, "3995507200000-00001-0000000a");
  laptop_clear (&a);
}

/* A link arrives before what it leads to, a mark of deletion before what was deleted. */
static void
test_deleted_first (void)
{
  Laptop a;
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (WijkHeadReader) reader = NULL;
  const WijkHead *heads;
  WijkRecord *record;
  guint n;

  laptop_init (&a, DEVICE_A);
  take_fine (a.store, S2, REMARK, "deleted", S1, "");
  take_fine (a.store, S1, REMARK, "text", "a", "");
  reader = wijk_store_read_record (a.store, REMARK, NULL);
  heads = wijk_head_reader_next (reader, &n, NULL);
  record = wijk_state_take (state, REMARK, heads, n);
  g_assert_true (wijk_record_is_deleted (record));
  g_clear_pointer (&reader, wijk_head_reader_free);
  take_fine (a.store, S3, REMARK, "text", "c", "");
  reader = wijk_store_read_record (a.store, REMARK, NULL);
  heads = wijk_head_reader_next (reader, &n, NULL);
  wijk_state_take (state, REMARK, heads, n);
  g_assert_true (wijk_record_is_disputed (record));
  g_clear_pointer (&reader, wijk_head_reader_free);
  laptop_clear (&a);
}

/* ---- erasure ---- */

#define SECRET "Wilhelmina Quispel"

static gboolean
has_bytes (const char *folder, const char *words)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      found |= memmem (bytes, length, words, strlen (words)) != NULL;
    }

  return found;
}

/* Erases the member @field of a set, whose name is the secret. */
static void
erase_member (WijkStore *store, const char *record, const char *field)
{
  g_autofree char *name = wijk_store_dup_erased_name (record, field);

  erase (store, record, name);
}

static void
test_erase (void)
{
  Laptop a;
  g_autoptr (GError) error = NULL;

  laptop_init (&a, DEVICE_A);
  write_many (a.store,
              "make",
              REMARK,
              "text",
              "Over " SECRET,
              REMARK,
              "reason",
              "Zegt " SECRET,
              OTHER,
              "text",
              "Iets anders",
              REMARK,
              "partners/" REMARK,
              "1",
              NULL);
  write_one (a.store, REMARK, "text", "Over mevrouw " SECRET);
  type (a.store, REMARK, "reason", "Typt " SECRET);
  g_assert_true (has_bytes (a.folder, SECRET));
  erase (a.store, REMARK, "text");
  assert_standing (a.store, REMARK, "text", "-");
  assert_standing (a.store, REMARK, "reason", "Typt " SECRET);
  g_assert_true (has_bytes (a.folder, SECRET));
  erase (a.store, REMARK, "reason partners");
  assert_standing (a.store, REMARK, "reason", "-");
  assert_standing (a.store, REMARK, "partners/" REMARK, "-");
  assert_standing (a.store, OTHER, "text", "Iets anders");
  g_assert_false (has_bytes (a.folder, SECRET));

  /* nothing can be written there any more: not typed either, and not by going on to type */
  g_assert_false (wijk_store_type (a.store, "t", REMARK, "reason", "Typt " SECRET "!", &error));
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_ERASED);
  g_clear_error (&error);
  {
    g_autoptr (GPtrArray) edits = wijk_edits_new ();

    wijk_edits_add (edits, OTHER, "text", "wel");
    wijk_edits_add (edits, REMARK, "text", SECRET);
    g_assert_false (wijk_store_write (a.store, "w", edits, &error));
    g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_ERASED);
  }
  assert_standing (a.store, OTHER, "text", "Iets anders");
  write_one (a.store, REMARK, "count", "3");
  g_assert_false (has_bytes (a.folder, SECRET));
  {
    g_autofree char *before = dup_changes (a.store);
    g_autofree char *after = NULL;

    erase (a.store, REMARK, "reason partners"); /* again: nothing new */
    after = dup_changes (a.store);
    g_assert_cmpstr (before, ==, after);
  }
  assert_sound (a.folder);
  laptop_clear (&a);
}

/* Long words lie on pages of their own, and earlier pages are free by now. */
static void
test_erase_long (void)
{
  Laptop a;
  g_autoptr (GString) words = g_string_new (NULL);

  laptop_init (&a, DEVICE_A);
  while (words->len < 100000)
    g_string_append (words, SECRET " zei dat. ");
  for (guint i = 0; i < 20; i++)
    {
      g_string_append_c (words, '!');
      type (a.store, REMARK, "text", words->str);
      write_one (a.store, OTHER, "text", i % 2 == 0 ? words->str : "");
    }
  erase (a.store, REMARK, "*");
  g_assert_true (has_bytes (a.folder, SECRET));
  erase (a.store, OTHER, "*");
  g_assert_false (has_bytes (a.folder, SECRET));
  laptop_clear (&a);
}

/* It goes wherever it arrives, and what arrives after it does not bring the words back. */
static void
test_erase_spreads (void)
{
  Laptop a, b, c;

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  laptop_init (&c, DEVICE_C);
  write_one (a.store, REMARK, "text", SECRET " 1");
  give (a.store, b.store, 1);
  write_one (b.store, REMARK, "text", SECRET " 2"); /* after it, and unseen by a */
  erase (a.store, REMARK, "text");
  give (b.store, a.store, 1);
  g_assert_false (has_bytes (a.folder, SECRET));
  give (a.store, c.store, ANY);
  give (b.store, c.store, ANY); /* an old packet */
  g_assert_false (has_bytes (c.folder, SECRET));
  g_assert_true (has_bytes (b.folder, SECRET));
  give (c.store, b.store, ANY);
  g_assert_false (has_bytes (b.folder, SECRET));
  {
    g_autofree char *one = dup_heads (a.store);
    g_autofree char *two = dup_heads (b.store);
    g_autofree char *three = dup_heads (c.store);

    g_assert_cmpstr (one, ==, two);
    g_assert_cmpstr (one, ==, three);
  }
  assert_sound (a.folder);
  assert_sound (b.folder);
  assert_sound (c.folder);
  laptop_clear (&a);
  laptop_clear (&b);
  laptop_clear (&c);
}

static void
test_erased_name (void)
{
  g_autofree char *name = wijk_store_dup_erased_name (PLAN, "authors/" SECRET);
  g_autofree char *again = wijk_store_dup_erased_name (PLAN, name);
  g_autofree char *other = wijk_store_dup_erased_name (REMARK, "authors/" SECRET);
  g_autofree char *set = wijk_store_dup_erased_name (PLAN, "partners/" SECRET);

  g_assert_true (g_regex_match_simple ("^authors/~[0-9a-f]{4}$", name, 0, 0));
  g_assert_cmpstr (name, ==, again);
  g_assert_cmpstr (name, !=, other);
  g_assert_cmpstr (strchr (name, '/'), !=, strchr (set, '/'));
  g_assert_null (wijk_store_dup_erased_name (PLAN, "title"));
  g_assert_null (wijk_store_dup_erased_name (PLAN, "authors/"));
}

static void
assert_same_heads (const Laptop *a, const Laptop *b)
{
  g_autofree char *one = dup_heads (a->store);
  g_autofree char *other = dup_heads (b->store);
  g_autofree char *changes = dup_changes (a->store);
  g_autofree char *others = dup_changes (b->store);

  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (changes, ==, others);
  g_assert_false (has_bytes (a->folder, SECRET));
  g_assert_false (has_bytes (b->folder, SECRET));
  assert_sound (a->folder);
  assert_sound (b->folder);
}

/* A person in a set is the name of a field. It goes everywhere, other members stay, and the same
 * name cannot come back. */
static void
test_erase_member (void)
{
  Laptop a, b, c;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  laptop_init (&c, DEVICE_C);
  write_many (a.store, "make", PLAN, "authors/" SECRET, "1", PLAN, "authors/Bo", "1", NULL);
  give (a.store, b.store, ANY);
  give (a.store, c.store, ANY);
  write_many (b.store, "names", PLAN, "authors/" SECRET, "", NULL); /* taken out */
  write_many (b.store,
              "names",
              PLAN,
              "authors/" SECRET,
              "1",
              NULL); /* and in again, unseen by the others */
  write_many (c.store, "names", PLAN, "authors/" SECRET, "", NULL);
  erase_member (a.store, PLAN, "authors/" SECRET);
  g_assert_false (has_bytes (a.folder, SECRET));
  assert_standing (a.store, PLAN, "authors/Bo", "1");
  give (b.store, a.store, ANY); /* what the other one still has */
  give (a.store, b.store, ANY);
  give (c.store, a.store, ANY);
  give (a.store, c.store, ANY);
  give (a.store, b.store, ANY);
  give (b.store, c.store, ANY);
  assert_same_heads (&a, &b);
  assert_same_heads (&a, &c);

  wijk_edits_add (edits, PLAN, "authors/" SECRET, "1");
  g_assert_false (wijk_store_write (a.store, "w", edits, &error));
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_ERASED);
  write_one (a.store, PLAN, "authors/An", "1");
  laptop_restart (&a);
  g_assert_false (has_bytes (a.folder, SECRET));
  laptop_clear (&a);
  laptop_clear (&b);
  laptop_clear (&c);
}

/* The erasure of a member comes first, then what it erases, and two laptops erase the same. */
static void
test_erase_member_first (void)
{
  Laptop a, b, c;

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  laptop_init (&c, DEVICE_C);
  erase_member (b.store, PLAN, "authors/" SECRET); /* told by telephone */
  write_many (a.store, "names", PLAN, "authors/" SECRET, "1", NULL);
  write_many (a.store, "names", PLAN, "authors/" SECRET, "", NULL);
  give (b.store, c.store, ANY);
  give (a.store, c.store, ANY);
  erase_member (a.store, PLAN, "authors/" SECRET);
  give (a.store, b.store, ANY);
  give (b.store, a.store, ANY);
  give (a.store, c.store, ANY);
  assert_same_heads (&a, &b);
  assert_same_heads (&a, &c);
  laptop_clear (&a);
  laptop_clear (&b);
  laptop_clear (&c);
}

/* Who is erased is no longer named as who did something either, whatever still arrives. */
static void
test_erase_author (void)
{
  Laptop a, b;

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  wijk_store_set_author (a.store, SECRET);
  write_one (a.store, REMARK, "text", "Een");
  give (a.store, b.store, ANY);
  wijk_store_set_author (b.store, SECRET);
  write_one (b.store, REMARK, "text", "Twee");
  wijk_store_set_author (b.store, "Bo");
  write_one (b.store, REMARK, "reason", "Drie");
  erase_member (a.store, PLAN, WIJK_ERASE_AUTHOR "/" SECRET);
  g_assert_false (has_bytes (a.folder, SECRET));
  write_one (a.store, OTHER, "text", "Vier"); /* it is still the author here */
  give (b.store, a.store, ANY);
  give (a.store, b.store, ANY);
  assert_same_heads (&a, &b);
  g_assert_true (has_bytes (a.folder, "Bo"));
  laptop_clear (&a);
  laptop_clear (&b);
}

/* The stamp of what stands in a field. */
static char *
dup_stamp (WijkStore *store, const char *record, const char *field)
{
  WijkHeadReader *reader = wijk_store_read_record (store, record, NULL);
  guint n;
  const WijkHead *heads = wijk_head_reader_next (reader, &n, NULL);
  char *stamp = NULL;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (heads[i].field, field))
      stamp = g_strdup (heads[i].stamp);
  wijk_head_reader_free (reader);

  return stamp;
}

/* Only the words that were said before go; the field goes on. Undoing the later words does not
 * make the field empty. */
static void
test_erase_change (void)
{
  Laptop a, b;
  g_autofree char *stamp = NULL;
  g_auto (WijkUndone) undone = { 0 };
  g_autoptr (GError) error = NULL;

  laptop_init (&a, DEVICE_A);
  laptop_init (&b, DEVICE_B);
  write_one (a.store, REMARK, "text", "Zegt " SECRET);
  give (a.store, b.store, ANY);
  stamp = dup_stamp (a.store, REMARK, "text");
  write_one (a.store, REMARK, "text", "Zegt iemand");
  write_one (b.store, REMARK, "text", "Zegt niemand");
  erase (a.store, OTHER, stamp); /* not of this record */
  g_assert_true (has_bytes (a.folder, SECRET));
  erase (a.store, REMARK, stamp);
  g_assert_false (has_bytes (a.folder, SECRET));
  assert_standing (a.store, REMARK, "text", "Zegt iemand");
  wijk_store_undo (a.store, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone.n_left, ==, 1);
  assert_standing (a.store, REMARK, "text", "Zegt iemand");
  give (b.store, a.store, ANY); /* it has the words still */
  give (a.store, b.store, ANY);
  assert_same_heads (&a, &b);
  write_one (a.store, REMARK, "text", "Zegt men");
  assert_standing (a.store, REMARK, "text", "Zegt men");
  laptop_clear (&a);
  laptop_clear (&b);
}

/* As long as someone reads, the log keeps the words; they go when the plan is next opened. */
static void
test_erase_while_read (void)
{
  Laptop a;
  g_autoptr (WijkStore) other = NULL;
  g_autoptr (GError) error = NULL;
  WijkHeadReader *reader;
  guint n;

  laptop_init (&a, DEVICE_A);
  write_one (a.store, OTHER, "text", "Iets anders");
  write_one (a.store, REMARK, "text", SECRET);
  other = wijk_store_open (a.folder, DEVICE_A, "", NULL);
  reader = wijk_store_read_heads (other, NULL);
  g_assert_nonnull (wijk_head_reader_next (reader, &n, NULL));
  erase (a.store, REMARK, "text"); /* done, though not yet gone from the log */
  assert_standing (a.store, REMARK, "text", "-");
  g_assert_true (has_bytes (a.folder, SECRET));
  g_assert_false (wijk_store_scrub (a.store, &error));
  g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_FAILED);
  laptop_restart (&a);
  g_assert_true (has_bytes (a.folder, SECRET));
  wijk_head_reader_free (reader);
  laptop_restart (&a);
  g_assert_false (has_bytes (a.folder, SECRET));
  g_clear_object (&other);
  laptop_clear (&a);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/take/refused", test_refused);
  g_test_add_func ("/store/take/all-or-none", test_all_or_none);
  g_test_add_func ("/store/take/known", test_known);
  g_test_add_func ("/store/take/any-order", test_any_order);
  g_test_add_func ("/store/take/other-fields", test_other_fields);
  g_test_add_func ("/store/take/ahead", test_ahead);
  g_test_add_func ("/store/take/deleted-first", test_deleted_first);
  g_test_add_func ("/store/erase/erase", test_erase);
  g_test_add_func ("/store/erase/long", test_erase_long);
  g_test_add_func ("/store/erase/spreads", test_erase_spreads);
  g_test_add_func ("/store/erase/name", test_erased_name);
  g_test_add_func ("/store/erase/member", test_erase_member);
  g_test_add_func ("/store/erase/member-first", test_erase_member_first);
  g_test_add_func ("/store/erase/author", test_erase_author);
  g_test_add_func ("/store/erase/change", test_erase_change);
  g_test_add_func ("/store/erase/while-read", test_erase_while_read);

  return g_test_run ();
}
