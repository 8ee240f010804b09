/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-conflict.h"

#include <string.h>

#include "wijk-load.h"
#include "wijk-plan-files.h"

static void
side_free (WijkConflictSide *side)
{
  g_free (side->stamp);
  g_free (side->field);
  g_free (side->value);
  g_free (side->author);
  g_free (side);
}

static void
conflict_free (WijkConflict *self)
{
  g_free (self->record);
  g_free (self->field);
  g_ptr_array_unref (self->sides);
  g_free (self);
}

static WijkConflict *
conflict_new (const char *record, const char *field)
{
  WijkConflict *self = g_new0 (WijkConflict, 1);

  self->record = g_strdup (record);
  self->field = g_strdup (field);
  self->sides = g_ptr_array_new_with_free_func ((GDestroyNotify) side_free);

  return self;
}

/* ---- who did it ---- */

typedef struct
{
  GPtrArray *changes; /* of the record */
  GHashTable *steps;
} History;

static void
history_clear (History *history)
{
  g_clear_pointer (&history->changes, g_ptr_array_unref);
  g_clear_pointer (&history->steps, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

static const WijkStep *
find_step (const History *history, const char *stamp)
{
  for (guint i = 0; i < history->changes->len; i++)
    {
      const WijkChange *change = history->changes->pdata[i];

      if (g_str_equal (change->stamp, stamp))
        return g_hash_table_lookup (history->steps, change->step);
    }

  return NULL;
}

static void
add_side (WijkConflict *self, const History *history, const WijkHead *head)
{
  const WijkStep *step = find_step (history, head->stamp);
  WijkConflictSide *side = g_new0 (WijkConflictSide, 1);

  side->stamp = g_strdup (head->stamp);
  side->field = g_strdup (head->field);
  side->value = g_strdup (head->value);
  side->author = g_strdup (step != NULL ? step->author : "");
  side->at = step != NULL ? step->at : 0;
  g_ptr_array_add (self->sides, side);
}

/* ---- of one record ---- */

typedef struct
{
  WijkRecord *record;
  const WijkHead *heads;
  guint n_heads;
  const History *history;
  GPtrArray *conflicts;
} Reading;

static void
add_field (Reading *r, const char *field)
{
  WijkConflict *conflict = conflict_new (wijk_record_get_id (r->record), field);

  for (guint i = 0; i < r->n_heads; i++)
    if (g_str_equal (r->heads[i].field, field))
      add_side (conflict, r->history, &r->heads[i]);
  g_ptr_array_add (r->conflicts, conflict);
}

static gboolean
is_deletion (const WijkHead *head)
{
  return g_str_equal (head->field, "deleted") && head->value != NULL && *head->value != '\0';
}

static gboolean
is_unseen (const Reading *r, const WijkHead *head)
{
  if (g_str_equal (head->field, "deleted") || g_str_equal (head->field, "erased"))
    return FALSE;
  for (guint i = 0; i < r->n_heads; i++)
    if (is_deletion (&r->heads[i]) && strstr (r->heads[i].value, head->stamp) != NULL)
      return FALSE;

  return TRUE;
}

static void
add_deletion (Reading *r)
{
  WijkConflict *conflict = conflict_new (wijk_record_get_id (r->record), "deleted");

  for (guint i = 0; i < r->n_heads; i++)
    if (is_deletion (&r->heads[i]))
      add_side (conflict, r->history, &r->heads[i]);
  for (guint i = 0; i < r->n_heads; i++)
    if (is_unseen (r, &r->heads[i]))
      add_side (conflict, r->history, &r->heads[i]);
  g_ptr_array_add (r->conflicts, conflict);
}

GPtrArray *
wijk_conflicts_read_record (WijkStore *store, WijkRecord *record, GError **error)
{
  const char *const *fields = wijk_record_get_conflicts (record);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) conflict_free);
  g_autoptr (WijkHeadReader) reader = NULL;
  g_autoptr (GError) failure = NULL;
  g_auto (History) history = { 0 };
  Reading r = { .record = record, .history = &history, .conflicts = conflicts };

  if (wijk_record_is_deleted (record) || (fields == NULL && !wijk_record_is_disputed (record)))
    return g_steal_pointer (&conflicts);
  history.changes =
      wijk_store_read_history (store, wijk_record_get_id (record), &history.steps, error);
  reader = history.changes != NULL
               ? wijk_store_read_record (store, wijk_record_get_id (record), error)
               : NULL;
  if (reader == NULL)
    return NULL;
  r.heads = wijk_head_reader_next (reader, &r.n_heads, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (wijk_record_is_disputed (record))
    add_deletion (&r);
  for (; fields != NULL && *fields != NULL; fields++)
    add_field (&r, *fields);

  return g_steal_pointer (&conflicts);
}

/* ---- of a plan ---- */

static int
compare_records (gconstpointer a, gconstpointer b)
{
  return wijk_record_compare (*(WijkRecord *const *) a, *(WijkRecord *const *) b);
}

GPtrArray *
wijk_conflicts_read (WijkStore *store, WijkState *state, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) conflict_free);

  for (WijkKind kind = 0; kind < WIJK_N_KINDS; kind++)
    {
      WijkRecordList *list = wijk_state_get_list (state, kind);
      g_autoptr (GPtrArray) open = g_ptr_array_new ();

      for (guint i = 0; i < wijk_record_list_get_length (list); i++)
        {
          WijkRecord *record = wijk_record_list_get (list, i);

          if (wijk_record_get_conflicts (record) != NULL || wijk_record_is_disputed (record))
            g_ptr_array_add (open, record);
        }
      g_ptr_array_sort (open, compare_records);
      for (guint i = 0; i < open->len; i++)
        {
          GPtrArray *conflicts = wijk_conflicts_read_record (store, open->pdata[i], error);

          if (conflicts == NULL)
            return NULL;
          g_ptr_array_extend_and_steal (all, conflicts);
        }
    }

  return g_steal_pointer (&all);
}

GPtrArray *
wijk_task_list_conflicts (const WijkContext *context, const char *plan_id, GError **error)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);
  g_autoptr (WijkState) state = store != NULL ? wijk_load_state (store, error) : NULL;

  return state != NULL ? wijk_conflicts_read (store, state, error) : NULL;
}
