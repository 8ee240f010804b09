/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan is the set of its changes: random histories on several laptops whose clocks jump both
 * ways, brought together in every order and more than once, always give the same. */

#include "config.h"

#include <glib.h>

#include "heads.h"
#include "stores.h"
#include "wijk-store-private.h"

#define N_HISTORIES 1000
#define MAX_LAPTOPS 4

static gint64 now = 1795420800000000; /* microseconds */

static gint64
jumping_clock (void)
{
  static const gint64 jumps[] = { 1000, 1000, 1000, 0, -5000000, 100000000, -90000000 };

  now += jumps[g_test_rand_int_range (0, G_N_ELEMENTS (jumps))];

  return now;
}

typedef struct
{
  Laptop laptops[MAX_LAPTOPS];
  Laptop merged[2]; /* where all of it is brought together */
  guint n;
  guint n_changes, n_conflicts, n_disputed, n_erased;
} World;

static void
empty (WijkStore *store)
{
  g_autoptr (GError) error = NULL;

  wijk_store_close_typing (store, NULL);
  wijk_store_exec (store,
                   "BEGIN; DELETE FROM change; DELETE FROM head; DELETE FROM replaced;"
                   " DELETE FROM step; DELETE FROM erased; DELETE FROM undo; DELETE FROM"
                   " open_change; DELETE FROM meta WHERE key <> 'plan'; COMMIT",
                   &error);
  g_assert_no_error (error);
}

static const char *
some_section (void)
{
  static const char *const names[] = { "a", "b", "c", "d" };

  return id_of ("section", names[g_test_rand_int_range (0, 4)]);
}

/* What is erased: a field, a member of a set, or one change. */
static char *
some_token (WijkStore *store, const char *record)
{
  g_autofree char *stamp = NULL;

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      stamp = wijk_store_query (
          store, "SELECT MAX(stamp) FROM change WHERE record = ?1 AND field = 'text'", record);
      if (stamp != NULL)
        return g_steal_pointer (&stamp);
      return g_strdup ("title");
    case 1:
      {
        g_autofree char *member = g_strdup_printf ("links/%s", some_section ());

        return wijk_store_dup_erased_name (record, member);
      }
    default:
      return g_strdup ("title");
    }
}

/* Erasing gives space back each time, which takes longest and is not what is asked here. */
static void
erase_quickly (WijkStore *store, const char *record)
{
  g_autofree char *token = some_token (store, record);
  g_autoptr (WijkEdit) edit = wijk_edit_new (record, "erased", token);
  g_autoptr (WijkStep) step = wijk_store_new_step (store, "erase", NULL);

  g_assert_true (wijk_store_begin (store, NULL));
  g_assert_true (wijk_store_insert_step (store, step, NULL));
  g_assert_true (wijk_store_write_edit (store, step->id, edit, NULL, NULL));
  g_assert_true (wijk_store_end (store, TRUE, NULL));
}

static void
try_write (WijkStore *store, const char *record, const char *field, const char *value)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;

  wijk_edits_add (edits, record, field, value);
  if (!wijk_store_write (store, "step", edits, &error))
    g_assert_error (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_ERASED);
}

static void
shuffle (GPtrArray *array)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (int) i);
      gpointer swapped = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[j];
      array->pdata[j] = swapped;
    }
}

/* Hands all of @from to @to, in a random order; some of it twice. Returns what was new. */
static guint
hand_over (WijkStore *from, WijkStore *to)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (WijkTaken) taken = { 0 };

  g_assert_true (wijk_store_close_typing (from, NULL));
  read_changes (from, &steps, &changes);
  shuffle (steps);
  shuffle (changes);
  wijk_store_take (to, steps, changes, now / 1000, &taken, &error);
  g_assert_no_error (error);

  return taken.n_new;
}

static void
do_something (World *world)
{
  WijkStore *store = world->laptops[g_test_rand_int_range (0, (int) world->n)].store;
  const char *record = some_section ();
  g_autofree char *value = g_strdup_printf ("v%d", g_test_rand_int_range (0, 1000));
  g_auto (WijkUndone) undone = { 0 };
  int what = g_test_rand_int_range (0, 100);

  if (what < 30)
    try_write (store, record, what < 15 ? "title" : "text", value);
  else if (what < 38)
    {
      g_autofree char *place =
          g_strdup_printf ("%s/0%d", what < 34 ? some_section () : "", what % 10);

      try_write (store, record, "place", place);
    }
  else if (what < 52)
    {
      g_autofree char *member = g_strdup_printf ("links/%s", some_section ());

      try_write (store, record, member, what < 45 ? "1" : "");
    }
  else if (what < 60)
    try_write (store, record, "deleted", what < 58 ? WIJK_EDIT_DELETED : "");
  else if (what < 68)
    wijk_store_undo (store, &undone, NULL);
  else if (what < 72)
    wijk_store_redo (store, &undone, NULL);
  else if (what < 80)
    wijk_store_type (store, "type", record, "text", value, NULL);
  else if (what < 83)
    erase_quickly (store, record);
  else
    hand_over (world->laptops[g_test_rand_int_range (0, (int) world->n)].store, store);
}

/* ---- what it comes to ---- */

static WijkState *
load (WijkStore *store)
{
  WijkState *state = wijk_state_new ();
  g_autoptr (WijkHeadReader) reader = wijk_store_read_heads (store, NULL);
  const WijkHead *heads;
  guint n;

  wijk_state_begin_fill (state);
  while ((heads = wijk_head_reader_next (reader, &n, NULL)) != NULL)
    wijk_state_take (state, heads[0].record, heads, n);
  wijk_state_end_fill (state);

  return state;
}

static char *
dup_state (WijkStore *store)
{
  g_autoptr (WijkState) state = load (store);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[] = { "a", "b", "c", "d" };
      WijkRecord *record = wijk_state_lookup (state, id_of ("section", names[i]));
      const char *const *conflicts;
      guint n_fields;
      const WijkField *fields = wijk_kind_get_fields (WIJK_KIND_SECTION, &n_fields);

      if (record == NULL)
        continue;
      conflicts = wijk_record_get_conflicts (record);
      g_string_append_printf (text,
                              "%s %d %d",
                              names[i],
                              wijk_record_is_deleted (record),
                              wijk_record_is_disputed (record));
      for (guint j = 0; j < n_fields; j++)
        {
          g_autofree char *value = wijk_record_dup_value (record, &fields[j]);

          g_string_append_printf (text, " %s=%s", fields[j].key, value);
        }
      for (; conflicts != NULL && *conflicts != NULL; conflicts++)
        g_string_append_printf (text, " ?%s", *conflicts);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* All that is derived, next to the changes it is derived from. */
static char *
dup_all (WijkStore *store)
{
  g_autofree char *heads = dup_heads (store);
  g_autofree char *changes = dup_changes (store);
  g_autofree char *state = dup_state (store);

  return g_strconcat (heads, "\n", changes, "\n", state, NULL);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* Heads by their definition: the changes of a field that no change of it replaced. */
static void
assert_defined (WijkStore *store)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *heads = dup_heads (store);
  g_auto (GStrv) standing = g_strsplit (heads, "\n", -1);

  read_changes (store, &steps, &changes);
  for (guint i = 0; i < changes->len; i++)
    {
      WijkChange *change = changes->pdata[i];
      g_auto (GStrv) stamps = g_strsplit (change->replaced, " ", -1);

      for (guint j = 0; stamps[j] != NULL; j++)
        g_hash_table_add (gone, g_strconcat (change->record, change->field, stamps[j], NULL));
    }
  for (guint i = 0; i < changes->len; i++)
    {
      WijkChange *change = changes->pdata[i];
      g_autofree char *key = g_strconcat (change->record, change->field, change->stamp, NULL);

      if (!g_hash_table_contains (gone, key))
        g_ptr_array_add (lines,
                         g_strdup_printf ("%s %s %s %s",
                                          change->record,
                                          change->field,
                                          change->stamp,
                                          change->value != NULL ? change->value : "(erased)"));
    }
  if (lines->len == 0)
    {
      g_assert_cmpstr (heads, ==, "");
      return;
    }
  g_ptr_array_sort (lines, compare_lines);
  qsort (standing, g_strv_length (standing), sizeof *standing, compare_lines);
  /* the empty string behind the last line end comes first now */
  g_assert_cmpuint (lines->len + 1, ==, g_strv_length (standing));
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (lines->pdata[i], ==, standing[i + 1]);
}

/* Whatever stands beside something else can be settled, here and wherever the choice arrives. */
static void
settle_all (World *world)
{
  WijkStore *store = world->merged[0].store;
  g_autoptr (WijkState) state = load (store);
  WijkRecordList *sections = wijk_state_get_list (state, WIJK_KIND_SECTION);
  g_autoptr (WijkState) after = NULL;

  for (guint i = 0; i < wijk_record_list_get_length (sections); i++)
    {
      WijkRecord *record = wijk_record_list_get (sections, i);
      const char *id = wijk_record_get_id (record);
      const char *const *fields = wijk_record_get_conflicts (record);

      for (; fields != NULL && *fields != NULL; fields++, world->n_conflicts++)
        {
          const char *choice = strchr (*fields, '/') != NULL ? "1" : "gekozen";

          try_write (store, id, *fields, choice);
          assert_standing (store, id, *fields, choice);
        }
      if (!wijk_record_is_disputed (record))
        continue;
      world->n_disputed++;
      try_write (store, id, "deleted", i % 2 == 0 ? WIJK_EDIT_DELETED : "");
    }
  hand_over (store, world->merged[1].store);
  after = load (world->merged[1].store);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[] = { "a", "b", "c", "d" };
      WijkRecord *record = wijk_state_lookup (after, id_of ("section", names[i]));

      if (record == NULL || wijk_record_is_deleted (record))
        continue;
      g_assert_null (wijk_record_get_conflicts (record));
      g_assert_false (wijk_record_is_disputed (record));
    }
}

static void
assert_erased (World *world, WijkStore *store)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GHashTable) erased = g_hash_table_new (g_str_hash, g_str_equal);

  read_changes (store, &steps, &changes);
  for (guint i = 0; i < changes->len; i++)
    {
      WijkChange *change = changes->pdata[i];

      if (g_strcmp0 (change->value, "title") == 0 && g_str_equal (change->field, "erased"))
        world->n_erased += g_hash_table_add (erased, change->record);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      WijkChange *change = changes->pdata[i];

      if (g_str_equal (change->field, "title"))
        g_assert_cmpint (change->value == NULL, ==, g_hash_table_contains (erased, change->record));
    }
}

static const guint orders[][MAX_LAPTOPS] = {
  { 0, 1, 2, 3 }, { 1, 0, 2, 3 }, { 2, 1, 0, 3 }, { 0, 2, 1, 3 }, { 1, 2, 0, 3 }, { 2, 0, 1, 3 },
  { 3, 2, 1, 0 }, { 1, 3, 0, 2 }, { 3, 0, 2, 1 }, { 2, 3, 1, 0 }, { 0, 3, 1, 2 }, { 3, 1, 2, 0 },
};

static void
run_history (World *world)
{
  guint n_orders;
  g_autofree char *expected = NULL;

  world->n = (guint) g_test_rand_int_range (2, MAX_LAPTOPS + 1);
  n_orders = world->n == 2 ? 2 : world->n == 3 ? 6 : G_N_ELEMENTS (orders);
  for (guint i = 0; i < world->n; i++)
    empty (world->laptops[i].store);
  for (int i = g_test_rand_int_range (5, 41); i > 0; i--)
    do_something (world);

  for (guint i = 0; i < n_orders; i++)
    {
      WijkStore *store = world->merged[i == 0 ? 0 : 1].store;
      g_autofree char *all = NULL;

      empty (store);
      for (guint j = 0; j < MAX_LAPTOPS; j++)
        if (orders[i][j] < world->n)
          {
            hand_over (world->laptops[orders[i][j]].store, store);
            if (i < 2) /* everything twice */
              g_assert_cmpuint (hand_over (world->laptops[orders[i][j]].store, store), ==, 0);
          }
      all = dup_all (store);
      if (expected != NULL)
        g_assert_cmpstr (all, ==, expected);
      else
        expected = g_steal_pointer (&all);
    }
  world->n_changes += count_changes (world->merged[0].store);
  assert_defined (world->merged[0].store);
  assert_erased (world, world->merged[0].store);

  /* and on each laptop, whatever it knew before */
  for (guint i = 0; i < world->n; i++)
    {
      g_autofree char *all = NULL;

      hand_over (world->merged[0].store, world->laptops[i].store);
      all = dup_all (world->laptops[i].store);
      g_assert_cmpstr (all, ==, expected);
    }
  settle_all (world);
}

static void
test_histories (void)
{
  World world = { 0 };
  guint n_histories = g_test_slow () ? 10 * N_HISTORIES : N_HISTORIES;
  gint64 begun = g_get_monotonic_time ();

  for (guint i = 0; i < MAX_LAPTOPS + 2; i++)
    {
      Laptop *laptop = i < MAX_LAPTOPS ? &world.laptops[i] : &world.merged[i - MAX_LAPTOPS];
      g_autofree char *device = g_strdup_printf ("0000000%x", i + 1);

      laptop_init (laptop, device);
      laptop->store->clock = jumping_clock;
    }
  for (guint i = 0; i < n_histories; i++)
    run_history (&world);
  g_test_message ("%u histories, %u changes, %u conflicts and %u disputed records settled,"
                  " %u records erased, in %.1f s",
                  n_histories,
                  world.n_changes,
                  world.n_conflicts,
                  world.n_disputed,
                  world.n_erased,
                  (double) (g_get_monotonic_time () - begun) / 1e6);
  g_assert_cmpuint (world.n_conflicts, >, n_histories / 2);
  for (guint i = 0; i < MAX_LAPTOPS; i++)
    {
      assert_sound (world.laptops[i].folder);
      laptop_clear (&world.laptops[i]);
    }
  laptop_clear (&world.merged[0]);
  laptop_clear (&world.merged[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/set/histories", test_histories);

  return g_test_run ();
}
