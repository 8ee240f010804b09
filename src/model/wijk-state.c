/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-state.h"

#include "wijk-id.h"
#include "wijk-place.h"
#include "wijk-remark.h"
#include "wijk-version.h"

struct _WijkState
{
  GObject parent_instance;

  GHashTable *records; /* id, inside the record -> record */
  WijkRecordList *lists[WIJK_N_KINDS];
  guint n_before[WIJK_N_KINDS]; /* lengths when filling began */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (WijkState, wijk_state, G_TYPE_OBJECT)

static guint record_changed_signal;
static guint filled_signal;

static void
wijk_state_finalize (GObject *object)
{
  WijkState *self = WIJK_STATE (object);

  for (guint i = 0; i < WIJK_N_KINDS; i++)
    g_object_unref (self->lists[i]);
  g_hash_table_unref (self->records);

  G_OBJECT_CLASS (wijk_state_parent_class)->finalize (object);
}

static void
wijk_state_class_init (WijkStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_state_finalize;

  record_changed_signal = g_signal_new ("record-changed",
                                        WIJK_TYPE_STATE,
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        1,
                                        WIJK_TYPE_RECORD);
  filled_signal = g_signal_new (
      "filled", WIJK_TYPE_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wijk_state_init (WijkState *self)
{
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < WIJK_N_KINDS; i++)
    self->lists[i] = wijk_record_list_new ();
}

WijkState *
wijk_state_new (void)
{
  return g_object_new (WIJK_TYPE_STATE, NULL);
}

static void
enter_list (WijkState *self, WijkRecord *record)
{
  WijkRecordList *list = self->lists[wijk_record_get_kind (record)];

  if (self->filling)
    wijk_record_list_append_silently (list, record);
  else
    wijk_record_list_append (list, record);
}

/* Leaving a list tells at once, so what was added in silence before is told first. */
static void
leave_list (WijkState *self, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (self->filling)
    {
      wijk_record_list_tell_added (self->lists[kind], self->n_before[kind]);
      wijk_record_list_remove (self->lists[kind], record);
      self->n_before[kind] = wijk_record_list_get_length (self->lists[kind]);
    }
  else
    wijk_record_list_remove (self->lists[kind], record);
}

WijkRecord *
wijk_state_take (WijkState *self, const char *id, const WijkHead *heads, guint n_heads)
{
  WijkRecord *record = g_hash_table_lookup (self->records, id);
  gboolean is_new = record == NULL;
  gboolean was_listed = !is_new && !wijk_record_is_deleted (record);
  gboolean changed;

  if (is_new)
    {
      if (!wijk_id_is_valid (id))
        return NULL;
      record = wijk_record_new (id);
      g_hash_table_insert (self->records, (gpointer) wijk_record_get_id (record), record);
    }

  changed = wijk_record_take (record, heads, n_heads);
  if (!was_listed && !wijk_record_is_deleted (record))
    enter_list (self, record);
  else if (was_listed && wijk_record_is_deleted (record))
    leave_list (self, record);
  if ((changed || is_new) && !self->filling)
    g_signal_emit (self, record_changed_signal, 0, record);

  return record;
}

void
wijk_state_begin_fill (WijkState *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < WIJK_N_KINDS; i++)
    self->n_before[i] = wijk_record_list_get_length (self->lists[i]);
}

void
wijk_state_end_fill (WijkState *self)
{
  self->filling = FALSE;
  for (guint i = 0; i < WIJK_N_KINDS; i++)
    wijk_record_list_tell_added (self->lists[i], self->n_before[i]);
  g_signal_emit (self, filled_signal, 0);
}

WijkRecord *
wijk_state_lookup (WijkState *self, const char *id)
{
  g_return_val_if_fail (WIJK_IS_STATE (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->records, id) : NULL;
}

WijkRecord *
wijk_state_lookup_live (WijkState *self, const char *id, WijkKind kind)
{
  WijkRecord *record = wijk_state_lookup (self, id);

  if (record == NULL || wijk_record_get_kind (record) != kind || wijk_record_is_deleted (record))
    return NULL;

  return record;
}

WijkPlan *
wijk_state_get_plan (WijkState *self)
{
  g_return_val_if_fail (WIJK_IS_STATE (self), NULL);

  return (WijkPlan *) wijk_record_list_get (self->lists[WIJK_KIND_PLAN], 0);
}

WijkRecordList *
wijk_state_get_list (WijkState *self, WijkKind kind)
{
  g_return_val_if_fail (WIJK_IS_STATE (self), NULL);

  return self->lists[kind];
}

static gint64
number_of (WijkRecord *record)
{
  if (WIJK_IS_REMARK (record))
    return ((WijkRemark *) record)->number;
  if (WIJK_IS_VERSION (record))
    return ((WijkVersion *) record)->number;

  return 0;
}

int
wijk_record_compare (WijkRecord *a, WijkRecord *b)
{
  gint64 na = number_of (a), nb = number_of (b);
  int order = strcmp (wijk_place_get_key (wijk_record_get_place (a)),
                      wijk_place_get_key (wijk_record_get_place (b)));

  if (order == 0 && na != nb)
    order = na < nb ? -1 : 1;

  return order != 0 ? order : strcmp (wijk_record_get_id (a), wijk_record_get_id (b));
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return wijk_record_compare (*(WijkRecord **) a, *(WijkRecord **) b);
}

GPtrArray *
wijk_state_dup_sorted (WijkState *self, WijkKind kind)
{
  WijkRecordList *list = wijk_state_get_list (self, kind);
  guint n = wijk_record_list_get_length (list);
  GPtrArray *sorted = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, wijk_record_list_get (list, i));
  g_ptr_array_sort (sorted, compare_pointers);

  return sorted;
}

GPtrArray *
wijk_state_dup_children (WijkState *self, WijkKind kind, const char *key, const char *id)
{
  const WijkField *field = wijk_kind_find_field (kind, key);
  GPtrArray *sorted = wijk_state_dup_sorted (self, kind);

  for (guint i = sorted->len; field != NULL && i > 0; i--)
    if (g_strcmp0 (wijk_record_get_text (sorted->pdata[i - 1], field), id) != 0)
      g_ptr_array_remove_index (sorted, i - 1);

  return sorted;
}
