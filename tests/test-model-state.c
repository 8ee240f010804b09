/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-progress.h"
#include "wijk-state.h"

#include <glib.h>

#include "heads.h"

#define DELETED stamp_of (1, 1) /* a mark that saw all that was put at time 1 */

typedef struct
{
  guint n_changed; /* record-changed */
  guint n_filled;  /* filled */
  guint n_told;    /* items-changed */
  guint position, removed, added;
} Told;

static void
changed_cb (WijkState *state, WijkRecord *record, Told *told)
{
  told->n_changed++;
}

static void
filled_cb (WijkState *state, Told *told)
{
  told->n_filled++;
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Told *told)
{
  told->n_told++;
  told->position = position;
  told->removed = removed;
  told->added = added;
}

static void
watch (WijkState *state, Told *told)
{
  g_signal_connect (state, "record-changed", G_CALLBACK (changed_cb), told);
  g_signal_connect (state, "filled", G_CALLBACK (filled_cb), told);
  g_signal_connect (wijk_state_get_list (state, WIJK_KIND_REMARK),
                    "items-changed",
                    G_CALLBACK (items_changed_cb),
                    told);
}

static void
test_lists (void)
{
  WijkState *state = wijk_state_new ();
  GListModel *list = G_LIST_MODEL (wijk_state_get_list (state, WIJK_KIND_REMARK));
  Told told = { 0 };
  WijkRecord *record;

  watch (state, &told);
  record = put (state, id_of ("remark", "a"), 1, "text", "Meer groen", NULL);
  g_assert_cmpuint (told.n_changed, ==, 1);
  g_assert_cmpuint (told.n_told, ==, 1);
  g_assert_true (wijk_state_lookup (state, id_of ("remark", "a")) == record);
  put (state, id_of ("remark", "b"), 1, "text", "Minder auto's", NULL);
  put (state, id_of ("section", "a"), 1, "title", "Wonen", NULL);
  g_assert_cmpuint (told.n_changed, ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_true (g_list_model_get_item_type (list) == WIJK_TYPE_RECORD);
  g_assert_null (g_list_model_get_object (list, 2));

  /* nothing new is not told */
  put (state, id_of ("remark", "a"), 1, "text", "Meer groen", NULL);
  g_assert_cmpuint (told.n_changed, ==, 3);

  /* deleted: out of the list, still to be looked up; then restored */
  put (state, id_of ("remark", "a"), 1, "text", "Meer groen", "deleted", DELETED, NULL);
  g_assert_cmpuint (told.n_changed, ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_cmpuint (told.position, ==, 0);
  g_assert_cmpuint (told.removed, ==, 1);
  g_assert_true (wijk_state_lookup (state, id_of ("remark", "a")) == record);
  g_assert_null (wijk_state_lookup_live (state, id_of ("remark", "a"), WIJK_KIND_REMARK));
  put (state, id_of ("remark", "a"), 1, "text", "Meer groen", "deleted", "", NULL);
  g_assert_cmpuint (told.position, ==, 1);
  g_assert_true (wijk_state_lookup_live (state, id_of ("remark", "a"), WIJK_KIND_REMARK) == record);
  g_assert_null (wijk_state_lookup_live (state, id_of ("remark", "a"), WIJK_KIND_SECTION));
  g_assert_null (wijk_state_lookup_live (state, NULL, WIJK_KIND_REMARK));
  g_assert_null (put (state, "remark-1", 1, "text", "x", NULL));
  g_assert_finalize_object (state);
}

/* Filling tells once; what leaves meanwhile is told in the right order. */
static void
test_fill (void)
{
  WijkState *state = wijk_state_new ();
  WijkRecordList *list = wijk_state_get_list (state, WIJK_KIND_REMARK);
  Told told = { 0 };

  put (state, id_of ("remark", "a"), 1, "text", "a", NULL);
  watch (state, &told);
  wijk_state_begin_fill (state);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i + 1000);

      put (state, id_of ("remark", name), 1, "text", name, NULL);
    }
  g_assert_cmpuint (told.n_told, ==, 0);
  wijk_state_end_fill (state);
  g_assert_cmpuint (told.n_told, ==, 1);
  g_assert_cmpuint (told.n_changed, ==, 0);
  g_assert_cmpuint (told.n_filled, ==, 1);
  g_assert_cmpuint (told.position, ==, 1);
  g_assert_cmpuint (told.added, ==, 100);

  wijk_state_begin_fill (state);
  put (state, id_of ("remark", "b"), 1, "text", "b", NULL);
  put (state, id_of ("remark", "a"), 1, "text", "a", "deleted", DELETED, NULL);
  put (state, id_of ("remark", "c"), 1, "text", "c", NULL);
  wijk_state_end_fill (state);
  g_assert_cmpuint (told.n_told, ==, 4);
  g_assert_cmpuint (told.position, ==, 101);
  g_assert_cmpuint (told.added, ==, 1);
  g_assert_cmpuint (wijk_record_list_get_length (list), ==, 102);
  wijk_state_begin_fill (state);
  wijk_state_end_fill (state);
  g_assert_cmpuint (told.n_told, ==, 4);
  g_assert_finalize_object (state);
}

static void
assert_order (GPtrArray *records, const char *names)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_c (order, *(strchr (wijk_record_get_id (records->pdata[i]), '-') + 1));
  g_assert_cmpstr (order->str, ==, names);
  g_ptr_array_unref (records);
}

static void
test_order (void)
{
  WijkState *state = wijk_state_new ();

  put (state, id_of ("section", "a"), 1, "place", "/03000aaa", NULL);
  put (state, id_of ("section", "b"), 1, "place", "/01000aaa", NULL);
  put (state, id_of ("section", "d"), 1, "place", "/02000aaa", NULL);
  put (state, id_of ("section", "c"), 1, "place", "/02000aaa", NULL);
  put (state, id_of ("section", "e"), 1, "title", "no place", NULL);
  assert_order (wijk_state_dup_sorted (state, WIJK_KIND_SECTION), "ebcda");
  put (state, id_of ("remark", "a"), 1, "number", "10", "cluster", id_of ("cluster", "k"), NULL);
  put (state, id_of ("remark", "b"), 1, "number", "9", "cluster", id_of ("cluster", "k"), NULL);
  put (state, id_of ("remark", "c"), 1, "number", "11", NULL);
  assert_order (wijk_state_dup_sorted (state, WIJK_KIND_REMARK), "bac");
  assert_order (
      wijk_state_dup_children (state, WIJK_KIND_REMARK, "cluster", id_of ("cluster", "k")), "ba");
  assert_order (wijk_state_dup_children (state, WIJK_KIND_REMARK, "cluster", NULL), "c");
  put (state, id_of ("version", "a"), 1, "number", "2", NULL);
  put (state, id_of ("version", "b"), 1, "number", "1", NULL);
  assert_order (wijk_state_dup_sorted (state, WIJK_KIND_VERSION), "ba");
  g_assert_finalize_object (state);
}

static void
test_plan (void)
{
  WijkState *state = wijk_state_new ();
  WijkRecord *plan;

  g_assert_null (wijk_state_get_plan (state));
  plan = put (state, id_of ("plan", "a"), 1, "title", "T", NULL);
  g_assert_true ((WijkRecord *) wijk_state_get_plan (state) == plan);
  g_assert_finalize_object (state);
}

static void
test_progress (void)
{
  WijkProgress *progress = wijk_progress_new ();

  g_assert_cmpfloat (wijk_progress_get_fraction (progress), ==, 0);
  wijk_progress_set (progress, 1, 4);
  g_assert_cmpfloat (wijk_progress_get_fraction (progress), ==, 0.25);
  wijk_progress_set (progress, 1, 0);
  g_assert_cmpfloat (wijk_progress_get_fraction (progress), ==, 0);
  wijk_progress_set (NULL, 1, 2);
  g_assert_finalize_object (progress);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/lists", test_lists);
  g_test_add_func ("/state/fill", test_fill);
  g_test_add_func ("/state/order", test_order);
  g_test_add_func ("/state/plan", test_plan);
  g_test_add_func ("/state/progress", test_progress);

  return g_test_run ();
}
