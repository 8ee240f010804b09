/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-model.h"

#include "wijk-remark-answer.h"

#define SLICE 4000                                  /* microseconds of searching at a time */
#define FIRST_SLICE 30000                           /* a plan that opens shows its rows at once */
#define KEY_SLICE 2000                              /* of making keys ahead of need */
#define CLOCK_EVERY 128                             /* remarks between two looks at the clock */
#define AHEAD 8                                     /* remarks */
#define SEARCH_PRIORITY (G_PRIORITY_HIGH_IDLE + 30) /* right behind drawing */

struct _WijkRemarkModel
{
  GObject parent_instance;

  WijkState *state;
  WijkRecordList *source;
  WijkRemarkFilter *filter;
  WijkRemarkSort sort;

  GHashTable *entries; /* remark -> WijkRemarkEntry */
  GPtrArray *all;      /* entries, sorted */
  GPtrArray *shown;    /* those of them that match */
  GHashTable *parts;   /* see wijk_remark_collect_parts() */
  gboolean parts_stale;
  WijkRemarkEntry *kept;
  guint n_withdrawn;
  guint n_told, n_total_told; /* what the properties said last */

  GPtrArray *scanned; /* what is being searched: all, or shown before */
  GPtrArray *found;   /* so far; NULL: not searching */
  guint position;
  guint search_source;
  guint key_source;
  guint key_position;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkRemarkModel,
                               wijk_remark_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef enum
{
  PROP_N_ITEMS = 1,
  PROP_N_TOTAL,
} WijkRemarkModelProperty;

static GParamSpec *properties[PROP_N_TOTAL + 1];
static guint searched_signal;

/* ---- what is owed ---- */

static GHashTable *
get_parts (WijkRemarkModel *self)
{
  if (self->parts_stale)
    {
      g_clear_pointer (&self->parts, g_hash_table_unref);
      self->parts = wijk_remark_collect_parts (self->state);
      self->parts_stale = FALSE;
    }

  return self->parts;
}

gboolean
wijk_remark_model_is_owed (WijkRemarkModel *self, WijkRemark *remark)
{
  g_return_val_if_fail (WIJK_IS_REMARK_MODEL (self), FALSE);

  return wijk_remark_is_owed (remark, self->state, get_parts (self));
}

/* The words come first: they leave out most, and need no look at the remark itself. */
static gboolean
entry_matches (WijkRemarkModel *self, WijkRemarkEntry *entry)
{
  if (entry == self->kept)
    return TRUE;
  if (wijk_remark_filter_has_words (self->filter) &&
      !wijk_remark_filter_finds (self->filter, wijk_remark_entry_get_key (entry)))
    return FALSE;

  return wijk_remark_filter_matches (self->filter, entry->remark) &&
         (!wijk_remark_filter_get_owed_only (self->filter) ||
          wijk_remark_model_is_owed (self, entry->remark));
}

/* ---- telling ---- */

static guint
get_n_total (WijkRemarkModel *self)
{
  return wijk_remark_filter_get_with_withdrawn (self->filter) ? self->all->len
                                                              : self->all->len - self->n_withdrawn;
}

static void
tell_counts (WijkRemarkModel *self)
{
  guint n_total = get_n_total (self);

  if (self->n_told != self->shown->len)
    {
      self->n_told = self->shown->len;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
    }
  if (self->n_total_told != n_total)
    {
      self->n_total_told = n_total;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
    }
}

/* Shows @found instead of what was shown, and tells what differs between. */
static void
show (WijkRemarkModel *self, GPtrArray *found)
{
  GPtrArray *before = self->shown;
  guint n_same = 0, n_same_end = 0, shorter = MIN (before->len, found->len);
  guint n_removed, n_added;

  while (n_same < shorter && before->pdata[n_same] == found->pdata[n_same])
    n_same++;
  while (n_same_end < shorter - n_same &&
         before->pdata[before->len - 1 - n_same_end] == found->pdata[found->len - 1 - n_same_end])
    n_same_end++;
  n_removed = before->len - n_same - n_same_end;
  n_added = found->len - n_same - n_same_end;
  self->shown = g_ptr_array_ref (found);
  g_ptr_array_unref (before);
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_same, n_removed, n_added);
  tell_counts (self);
}

/* ---- searching ---- */

static void
stop_search (WijkRemarkModel *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  g_clear_pointer (&self->scanned, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
}

/* Searching waits for memory more than for anything else: asks for what comes next. */
static void
look_ahead (GPtrArray *entries, guint position)
{
  if (position + 2 * AHEAD >= entries->len)
    return;
  __builtin_prefetch (entries->pdata[position + 2 * AHEAD]);
  __builtin_prefetch (((WijkRemarkEntry *) entries->pdata[position + AHEAD])->key);
}

/* Searches for at most @budget microseconds; TRUE: all is searched and shown. */
static gboolean
search_on (WijkRemarkModel *self, gint64 budget)
{
  gint64 until = g_get_monotonic_time () + budget;
  g_autoptr (WijkRemarkModel) alive = g_object_ref (self);
  g_autoptr (GPtrArray) found = NULL;

  while (self->position < self->scanned->len)
    {
      WijkRemarkEntry *entry = self->scanned->pdata[self->position++];

      look_ahead (self->scanned, self->position);
      if (entry_matches (self, entry))
        g_ptr_array_add (self->found, entry);
      if (self->position % CLOCK_EVERY == 0 && g_get_monotonic_time () > until)
        return FALSE;
    }
  if (budget <= SLICE && g_get_monotonic_time () > until - budget / 2)
    return FALSE; /* rows that come and go need a turn of their own */
  found = g_ptr_array_ref (self->found);
  self->search_source = 0; /* the source that called ends by itself */
  stop_search (self);
  show (self, found);
  g_signal_emit (self, searched_signal, 0);

  return TRUE;
}

static gboolean
search_cb (gpointer user_data)
{
  WijkRemarkModel *self = WIJK_REMARK_MODEL (user_data);

  return search_on (self, SLICE) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
search (WijkRemarkModel *self, GPtrArray *among, gint64 budget)
{
  g_autoptr (GPtrArray) scanned = g_ptr_array_ref (among);

  stop_search (self);
  self->scanned = g_steal_pointer (&scanned);
  self->found = g_ptr_array_new ();
  self->position = 0;
  if (!search_on (self, budget))
    self->search_source = g_idle_add_full (SEARCH_PRIORITY, search_cb, self, NULL);
}

/* What is searched may not change meanwhile: begin again once it did. */
static void
search_again (WijkRemarkModel *self)
{
  if (self->found != NULL)
    search (self, self->all, SLICE);
}

static void
filter_changed_cb (WijkRemarkModel *self, gboolean narrower)
{
  self->kept = NULL;
  search (self, narrower && self->found == NULL ? self->shown : self->all, SLICE);
  tell_counts (self);
}

/* ---- keys ahead of need ---- */

static gboolean
make_keys_cb (gpointer user_data)
{
  WijkRemarkModel *self = WIJK_REMARK_MODEL (user_data);
  gint64 until = g_get_monotonic_time () + KEY_SLICE;

  while (self->key_position < self->all->len)
    {
      wijk_remark_entry_get_key (self->all->pdata[self->key_position++]);
      if (self->key_position % CLOCK_EVERY == 0 && g_get_monotonic_time () > until)
        return G_SOURCE_CONTINUE;
    }
  self->key_source = 0;

  return G_SOURCE_REMOVE;
}

static void
make_keys (WijkRemarkModel *self)
{
  self->key_position = 0;
  if (self->key_source == 0)
    self->key_source = g_idle_add_full (G_PRIORITY_LOW, make_keys_cb, self, NULL);
}

/* ---- changes of the source ---- */

/* Its sort keys are those with which it was put in. */
static void
take_out (WijkRemarkModel *self, WijkRemarkEntry *entry)
{
  guint place = wijk_remark_entries_find (self->all, entry);

  g_assert (place != G_MAXUINT);
  g_ptr_array_remove_index (self->all, place);
  self->n_withdrawn -= entry->withdrawn;
  place = wijk_remark_entries_find (self->shown, entry);
  if (place == G_MAXUINT)
    return;
  g_ptr_array_remove_index (self->shown, place);
  g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 0);
}

/* Puts @entry where it belongs among all and, if it matches, among what is shown. */
static void
put_in (WijkRemarkModel *self, WijkRemarkEntry *entry)
{
  guint place = wijk_remark_entries_find_place (self->all, entry);

  g_ptr_array_insert (self->all, (int) place, entry);
  self->n_withdrawn += entry->withdrawn;
  if (!entry_matches (self, entry))
    return;
  place = wijk_remark_entries_find_place (self->shown, entry);
  g_ptr_array_insert (self->shown, (int) place, entry);
  g_list_model_items_changed (G_LIST_MODEL (self), place, 0, 1);
}

/* A remark that is there differs: its row stays where it is if it can. */
static void
update_entry (WijkRemarkModel *self, WijkRemarkEntry *entry)
{
  gint64 first = entry->first, second = entry->second;
  gboolean withdrawn = entry->remark->withdrawn != NULL;
  gboolean was_shown = wijk_remark_entries_find (self->shown, entry) != G_MAXUINT;

  g_clear_pointer (&entry->key, g_free);
  wijk_remark_entry_set_sort (entry, self->sort);
  if (entry->first == first && entry->second == second && withdrawn == entry->withdrawn &&
      was_shown == entry_matches (self, entry))
    return;
  entry->first = first;
  entry->second = second;
  take_out (self, entry);
  wijk_remark_entry_set_sort (entry, self->sort);
  entry->withdrawn = withdrawn;
  put_in (self, entry);
}

static WijkRemarkEntry *
add_entry (WijkRemarkModel *self, guint position)
{
  WijkRemark *remark = WIJK_REMARK (wijk_record_list_get (self->source, position));
  WijkRemarkEntry *entry = wijk_remark_entry_new (remark, self->sort);

  g_hash_table_insert (self->entries, remark, entry);

  return entry;
}

static void
add_many (WijkRemarkModel *self, guint position, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      WijkRemarkEntry *entry = add_entry (self, position + i);

      self->n_withdrawn += entry->withdrawn;
      g_ptr_array_add (self->all, entry);
    }
  wijk_remark_entries_sort (self->all);
  search (self, self->all, FIRST_SLICE);
}

static void
remove_gone (WijkRemarkModel *self)
{
  for (guint i = self->all->len; i > 0; i--)
    {
      WijkRemarkEntry *entry = self->all->pdata[i - 1];

      if (!wijk_record_is_deleted (WIJK_RECORD (entry->remark)))
        continue;
      if (self->kept == entry)
        self->kept = NULL;
      take_out (self, entry);
      g_hash_table_remove (self->entries, entry->remark);
    }
}

static void
source_changed_cb (WijkRemarkModel *self, guint position, guint removed, guint added)
{
  self->parts_stale = TRUE;
  if (removed > 0)
    remove_gone (self);
  if (added == 1)
    put_in (self, add_entry (self, position));
  if (added > 1)
    add_many (self, position, added);
  else
    search_again (self);
  tell_counts (self);
  make_keys (self);
}

static void
record_changed_cb (WijkRemarkModel *self, WijkRecord *record)
{
  WijkRemarkEntry *entry = g_hash_table_lookup (self->entries, record);

  if (wijk_remark_filter_note_change (self->filter, record))
    search (self, self->all, SLICE);
  if (entry == NULL)
    return;
  if (entry->remark->part_of != NULL || self->parts != NULL)
    self->parts_stale = TRUE;
  update_entry (self, entry);
  search_again (self);
  tell_counts (self);
}

/* Many may differ, and which is not told: all are looked at again. */
static void
filled_cb (WijkRemarkModel *self)
{
  self->parts_stale = TRUE;
  self->n_withdrawn = 0;
  for (guint i = 0; i < self->all->len; i++)
    {
      WijkRemarkEntry *entry = self->all->pdata[i];

      g_clear_pointer (&entry->key, g_free);
      wijk_remark_entry_set_sort (entry, self->sort);
      entry->withdrawn = entry->remark->withdrawn != NULL;
      self->n_withdrawn += entry->withdrawn;
    }
  wijk_remark_entries_sort (self->all);
  search (self, self->all, SLICE);
  tell_counts (self);
  make_keys (self);
}

/* ---- GObject ---- */

static GType
get_item_type (GListModel *model)
{
  return WIJK_TYPE_REMARK;
}

static guint
get_n_items (GListModel *model)
{
  return WIJK_REMARK_MODEL (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  WijkRemarkModel *self = WIJK_REMARK_MODEL (model);

  if (position >= self->shown->len)
    return NULL;

  return g_object_ref (((WijkRemarkEntry *) self->shown->pdata[position])->remark);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
wijk_remark_model_finalize (GObject *object)
{
  WijkRemarkModel *self = WIJK_REMARK_MODEL (object);

  g_clear_handle_id (&self->search_source, g_source_remove);
  g_clear_handle_id (&self->key_source, g_source_remove);
  g_clear_pointer (&self->scanned, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->all);
  g_hash_table_unref (self->entries);
  g_object_unref (self->filter);
  g_object_unref (self->state);

  G_OBJECT_CLASS (wijk_remark_model_parent_class)->finalize (object);
}

static void
wijk_remark_model_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkRemarkModel *self = WIJK_REMARK_MODEL (object);

  switch ((WijkRemarkModelProperty) prop_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->shown->len);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, get_n_total (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_remark_model_class_init (WijkRemarkModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = wijk_remark_model_finalize;
  object_class->get_property = wijk_remark_model_get_property;

  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, ro);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, ro);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  searched_signal = g_signal_new (
      "searched", WIJK_TYPE_REMARK_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wijk_remark_model_init (WijkRemarkModel *self)
{
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) wijk_remark_entry_free);
  self->all = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  self->parts_stale = TRUE;
}

WijkRemarkModel *
wijk_remark_model_new (WijkState *state, WijkRemarkFilter *filter)
{
  WijkRemarkModel *self = g_object_new (WIJK_TYPE_REMARK_MODEL, NULL);

  self->state = g_object_ref (state);
  self->source = wijk_state_get_list (state, WIJK_KIND_REMARK);
  self->filter = g_object_ref (filter);
  source_changed_cb (self, 0, 0, wijk_record_list_get_length (self->source));
  g_signal_connect_object (
      self->source, "items-changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      state, "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "filled", G_CALLBACK (filled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
wijk_remark_model_set_sort (WijkRemarkModel *self, WijkRemarkSort sort)
{
  g_autoptr (GPtrArray) shown = NULL;

  g_return_if_fail (WIJK_IS_REMARK_MODEL (self));

  if (self->sort == sort)
    return;
  self->sort = sort;
  for (guint i = 0; i < self->all->len; i++)
    {
      wijk_remark_entry_set_sort (self->all->pdata[i], sort);
      ((WijkRemarkEntry *) self->all->pdata[i])->mark = FALSE;
    }
  for (guint i = 0; i < self->shown->len; i++)
    ((WijkRemarkEntry *) self->shown->pdata[i])->mark = TRUE;
  wijk_remark_entries_sort (self->all);
  shown = g_ptr_array_sized_new (self->shown->len);
  for (guint i = 0; i < self->all->len; i++)
    if (((WijkRemarkEntry *) self->all->pdata[i])->mark)
      g_ptr_array_add (shown, self->all->pdata[i]);
  show (self, shown);
  search_again (self);
}

void
wijk_remark_model_keep (WijkRemarkModel *self, WijkRemark *remark)
{
  WijkRemarkEntry *entry, *before;

  g_return_if_fail (WIJK_IS_REMARK_MODEL (self));

  before = self->kept;
  entry = remark != NULL ? g_hash_table_lookup (self->entries, remark) : NULL;
  if (entry == before)
    return;
  self->kept = entry;
  if (before != NULL)
    update_entry (self, before);
  if (entry != NULL)
    update_entry (self, entry);
  search_again (self);
  tell_counts (self);
}

guint
wijk_remark_model_find (WijkRemarkModel *self, WijkRemark *remark)
{
  WijkRemarkEntry *entry;

  g_return_val_if_fail (WIJK_IS_REMARK_MODEL (self), G_MAXUINT);

  entry = g_hash_table_lookup (self->entries, remark);

  return entry != NULL ? wijk_remark_entries_find (self->shown, entry) : G_MAXUINT;
}

WijkRemark *
wijk_remark_model_find_owed (WijkRemarkModel *self, WijkRemark *remark, gboolean forward)
{
  guint n, start;

  g_return_val_if_fail (WIJK_IS_REMARK_MODEL (self), NULL);

  n = self->shown->len;
  start = remark != NULL ? wijk_remark_model_find (self, remark) : G_MAXUINT;
  if (start == G_MAXUINT)
    start = forward ? n - 1 : 0;
  for (guint i = 1; i <= n; i++)
    {
      WijkRemarkEntry *entry = self->shown->pdata[(forward ? start + i : start + n - i) % n];

      if (entry->remark != remark && wijk_remark_model_is_owed (self, entry->remark))
        return entry->remark;
    }

  return NULL;
}
