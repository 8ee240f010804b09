/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan is the set of its changes: random histories on several laptops whose clocks jump both
 * ways, brought together in every order and more than once, always give the same. */

#include "config.h"

#include <glib.h>

#include "heads.h"
#include "stores.h"
#include "wijk-store-private.h"

#define N_HISTORIES 1500 /* in the suite `long` 10,000 */
#define N_HISTORIES_LONG 10000
#define MAX_LAPTOPS 5
#define N_SAMPLED 6 /* orders of more than three laptops */

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

/* Everything that is written about. */
static const struct
{
  WijkKind kind;
  const char *name;
} records[] = {
  { WIJK_KIND_SECTION, "a" }, { WIJK_KIND_SECTION, "b" }, { WIJK_KIND_SECTION, "c" },
  { WIJK_KIND_SECTION, "d" }, { WIJK_KIND_REMARK, "a" },  { WIJK_KIND_REMARK, "b" },
  { WIJK_KIND_REMARK, "c" },  { WIJK_KIND_CLUSTER, "a" }, { WIJK_KIND_CLUSTER, "b" },
};

static const char *
id_of_record (guint i)
{
  return id_of (wijk_kind_to_word (records[i].kind), records[i].name);
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

/* Remarks go into clusters and out again, get an answer, and clusters come and go. */
static void
cluster_something (WijkStore *store)
{
  const char *remark = id_of_record ((guint) g_test_rand_int_range (4, 7));
  const char *cluster = id_of_record ((guint) g_test_rand_int_range (7, 9));
  g_autofree char *value = g_strdup_printf ("v%d", g_test_rand_int_range (0, 1000));

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
    case 1:
      try_write (store, remark, "cluster", cluster);
      break;
    case 2:
      try_write (store, remark, "cluster", "");
      break;
    case 3:
      try_write (store, remark, "text", value);
      break;
    case 4:
      try_write (store, cluster, "title", value);
      break;
    case 5:
      try_write (store, cluster, "deleted", g_test_rand_bit () ? WIJK_EDIT_DELETED : "");
      break;
    case 6:
      try_write (store, cluster, "place", g_test_rand_bit () ? "/01" : "/02");
      break;
    default:
      try_write (store, cluster, "outcome", "overgenomen");
    }
}

static void
do_something (World *world)
{
  WijkStore *store = world->laptops[g_test_rand_int_range (0, (int) world->n)].store;
  const char *record = some_section ();
  g_autofree char *value = g_strdup_printf ("v%d", g_test_rand_int_range (0, 1000));
  g_auto (WijkUndone) undone = { 0 };
  int what = g_test_rand_int_range (0, 100);

  if (what < 20 && g_test_rand_bit ())
    cluster_something (store);
  else if (what < 30)
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

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      WijkRecord *record = wijk_state_lookup (state, id_of_record (i));
      const char *const *conflicts;
      guint n_fields;
      const WijkField *fields = wijk_kind_get_fields (records[i].kind, &n_fields);

      if (record == NULL)
        continue;
      conflicts = wijk_record_get_conflicts (record);
      g_string_append_printf (text,
                              "%s %d %d",
                              id_of_record (i),
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

/* Whatever stands beside something else in @record can be settled. */
static void
settle (World *world, WijkStore *store, WijkRecord *record, gboolean removes)
{
  const char *id = wijk_record_get_id (record);
  const char *const *fields = wijk_record_get_conflicts (record);

  for (; fields != NULL && *fields != NULL; fields++, world->n_conflicts++)
    {
      const char *choice = strchr (*fields, '/') != NULL ? "1" : "gekozen";

      try_write (store, id, *fields, choice);
      assert_standing (store, id, *fields, choice);
    }
  if (!wijk_record_is_disputed (record))
    return;
  world->n_disputed++;
  try_write (store, id, "deleted", removes ? WIJK_EDIT_DELETED : "");
}

/* Here, and wherever the choice arrives. */
static void
settle_all (World *world)
{
  WijkStore *store = world->merged[0].store;
  g_autoptr (WijkState) state = load (store);
  g_autoptr (WijkState) after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      WijkRecord *record = wijk_state_lookup (state, id_of_record (i));

      if (record != NULL && !wijk_record_is_deleted (record))
        settle (world, store, record, i % 2 == 0);
    }
  hand_over (store, world->merged[1].store);
  after = load (world->merged[1].store);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      WijkRecord *record = wijk_state_lookup (after, id_of_record (i));

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

/* All orders of up to three laptops. */
static const guint orders[][3] = {
  { 0, 1, 2 }, { 1, 0, 2 }, { 2, 1, 0 }, { 0, 2, 1 }, { 1, 2, 0 }, { 2, 0, 1 },
};

/* The order @i in which @n laptops hand over: any of more than three. */
static void
make_order (guint i, guint n, guint *order)
{
  for (guint j = 0, at = 0; n <= 3 && j < 3; j++)
    if (orders[i][j] < n)
      order[at++] = orders[i][j];
  for (guint j = 0; n > 3 && j < n; j++)
    {
      guint at = (guint) g_test_rand_int_range (0, (int) j + 1);

      order[j] = order[at];
      order[at] = j;
    }
}

/* Brings all together in the order @i, the first two times everything twice; what it comes to. */
static char *
bring_together (World *world, guint i)
{
  WijkStore *store = world->merged[i == 0 ? 0 : 1].store;
  guint order[MAX_LAPTOPS] = { 0 };

  make_order (i, world->n, order);
  empty (store);
  for (guint j = 0; j < world->n; j++)
    {
      hand_over (world->laptops[order[j]].store, store);
      if (i < 2)
        g_assert_cmpuint (hand_over (world->laptops[order[j]].store, store), ==, 0);
    }

  return dup_all (store);
}

static void
run_history (World *world)
{
  guint n_orders;
  g_autofree char *expected = NULL;

  world->n = (guint) g_test_rand_int_range (2, MAX_LAPTOPS + 1);
  n_orders = world->n == 2 ? 2 : world->n == 3 ? G_N_ELEMENTS (orders) : N_SAMPLED;
  for (guint i = 0; i < world->n; i++)
    empty (world->laptops[i].store);
  for (int i = g_test_rand_int_range (5, 41); i > 0; i--)
    do_something (world);

  for (guint i = 0; i < n_orders; i++)
    {
      g_autofree char *all = bring_together (world, i);

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
  guint n_histories = g_test_slow () ? N_HISTORIES_LONG : N_HISTORIES;
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

/* A member that is erased on one laptop and not yet on another: its changes come under two names,
 * in any order, and the erasure last. */
static void
test_two_names (void)
{
  static const guint turns[][2] = { { 0, 1 }, { 1, 0 } };
  const char *section = id_of ("section", "a");
  g_autofree char *plain = g_strdup_printf ("links/%s", id_of ("section", "b"));
  g_autofree char *erased = wijk_store_dup_erased_name (section, plain);
  const char *step = id_of ("step", "a");

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      Laptop laptop;
      g_autoptr (GPtrArray) steps = g_ptr_array_new ();
      g_autoptr (WijkStep) one = wijk_step_new (step, "", 1, "", NULL);
      g_autoptr (WijkChange) first =
          wijk_change_new (stamp_of (1, 1), step, section, erased, NULL, "");
      g_autoptr (WijkChange) second =
          wijk_change_new (stamp_of (2, 1), step, section, plain, "1", stamp_of (1, 1));
      g_autoptr (WijkChange) erasure =
          wijk_change_new (stamp_of (3, 1), step, section, "erased", erased, "");
      gpointer both[] = { first, second };
      gpointer ordered[] = { both[turns[i][0]], both[turns[i][1]], erasure };

      laptop_init (&laptop, DEVICE_B);
      g_ptr_array_add (steps, one);
      for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
        {
          g_autoptr (GPtrArray) changes = g_ptr_array_new ();
          g_auto (WijkTaken) taken = { 0 };
          g_autoptr (GError) error = NULL;

          g_ptr_array_add (changes, ordered[j]);
          wijk_store_take (laptop.store, steps, changes, 10, &taken, &error);
          g_assert_no_error (error);
        }
      assert_standing (laptop.store, section, erased, "-");
      assert_standing (laptop.store, section, plain, NULL);
      assert_defined (laptop.store);
      assert_sound (laptop.folder);
      laptop_clear (&laptop);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/set/two-names", test_two_names);
  g_test_add_func ("/store/set/histories", test_histories);

  return g_test_run ();
}
