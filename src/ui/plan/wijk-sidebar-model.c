/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-sidebar-model.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "wijk-format.h"
#include "wijk-outline.h"

struct _WijkSidebarModel
{
  GObject parent_instance;

  WijkDocument *document;
  GPtrArray *items;     /* what is shown */
  GHashTable *sections; /* WijkSection -> WijkSidebarItem, of the sections that are shown */
  guint idle;
};

static GType
get_item_type (GListModel *model)
{
  return WIJK_TYPE_SIDEBAR_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return WIJK_SIDEBAR_MODEL (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  WijkSidebarModel *self = WIJK_SIDEBAR_MODEL (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  guint n_items = WIJK_SIDEBAR_MODEL (model)->items->len;

  if (position >= n_items)
    {
      *start = n_items;
      *end = G_MAXUINT;
    }
  else if (position < WIJK_N_PANES)
    {
      *start = 0;
      *end = WIJK_N_PANES;
    }
  else
    {
      *start = WIJK_N_PANES;
      *end = n_items;
    }
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkSidebarModel,
                               wijk_sidebar_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_init))

static WijkSidebarItem *
take_item (WijkSidebarModel *self, WijkSection *section)
{
  WijkSidebarItem *item = g_hash_table_lookup (self->sections, section);

  return item != NULL ? g_object_ref (item) : wijk_sidebar_item_new (WIJK_PANE_SECTION, section);
}

/* The items as they should be now: the same areas, then the outline. */
static GPtrArray *
create_items (WijkSidebarModel *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) outline = wijk_outline_new (
      wijk_document_get_state (self->document), WIJK_KIND_SECTION, WIJK_SECTION_DEPTH, NULL);

  for (guint i = 0; i < WIJK_N_PANES; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (self->items, i)));
  for (guint i = 0; i < outline->len; i++)
    {
      const WijkOutlineRow *row = g_ptr_array_index (outline, i);
      WijkSidebarItem *item = take_item (self, WIJK_SECTION (row->record));

      wijk_sidebar_item_place (item, row->number, row->depth);
      g_ptr_array_add (items, item);
    }

  return items;
}

static void
replace_items (WijkSidebarModel *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) old = self->items;
  guint before = 0, after = 0;

  while (before < MIN (old->len, items->len) &&
         g_ptr_array_index (old, before) == g_ptr_array_index (items, before))
    before++;
  while (after < MIN (old->len, items->len) - before &&
         g_ptr_array_index (old, old->len - 1 - after) ==
             g_ptr_array_index (items, items->len - 1 - after))
    after++;

  self->items = items;
  g_hash_table_remove_all (self->sections);
  for (guint i = WIJK_N_PANES; i < items->len; i++)
    {
      WijkSidebarItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (self->sections, wijk_sidebar_item_get_section (item), item);
    }

  if (before + after < old->len || before + after < items->len)
    g_list_model_items_changed (
        G_LIST_MODEL (self), before, old->len - before - after, items->len - before - after);
}

static void
set_count (WijkSidebarModel *self, WijkPane pane, guint count, const char *meaning)
{
  g_autofree char *badge = count > 0 ? wijk_ui_format_count (count) : NULL;

  wijk_sidebar_item_set_badge (
      g_ptr_array_index (self->items, pane), badge, count > 0 ? meaning : NULL);
}

static void
count_areas (WijkSidebarModel *self)
{
  WijkState *state = wijk_document_get_state (self->document);
  WijkTally tally = wijk_document_get_tally (self->document);
  guint n_owed = tally.n_remarks - tally.n_answered;
  guint n_priorities =
      wijk_record_list_get_length (wijk_state_get_list (state, WIJK_KIND_PRIORITY));
  guint n_sources = wijk_record_list_get_length (wijk_state_get_list (state, WIJK_KIND_SOURCE));
  g_autofree char *owed = wijk_ui_format_owed (n_owed, tally.n_remarks);

  set_count (self, WIJK_PANE_INPUT, n_owed, owed);
  set_count (self, WIJK_PANE_PRIORITIES, n_priorities, NULL);
  set_count (self, WIJK_PANE_SOURCES, n_sources, NULL);
}

static gboolean
update_cb (gpointer user_data)
{
  WijkSidebarModel *self = user_data;

  self->idle = 0;
  wijk_sidebar_model_update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (WijkSidebarModel *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

static void
record_changed_cb (WijkSidebarModel *self, WijkRecord *record)
{
  switch ((int) wijk_record_get_kind (record))
    {
    case WIJK_KIND_SECTION:
    case WIJK_KIND_PRIORITY:
    case WIJK_KIND_SOURCE:
      queue_update (self);
      break;
    default:
      break;
    }
}

static void
wijk_sidebar_model_dispose (GObject *object)
{
  WijkSidebarModel *self = WIJK_SIDEBAR_MODEL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_sidebar_model_parent_class)->dispose (object);
}

static void
wijk_sidebar_model_finalize (GObject *object)
{
  WijkSidebarModel *self = WIJK_SIDEBAR_MODEL (object);

  g_hash_table_unref (self->sections);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (wijk_sidebar_model_parent_class)->finalize (object);
}

static void
wijk_sidebar_model_class_init (WijkSidebarModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wijk_sidebar_model_dispose;
  object_class->finalize = wijk_sidebar_model_finalize;
}

static void
wijk_sidebar_model_init (WijkSidebarModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->sections = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < WIJK_N_PANES; i++)
    g_ptr_array_add (self->items, wijk_sidebar_item_new (i, NULL));
}

WijkSidebarModel *
wijk_sidebar_model_new (WijkDocument *document)
{
  WijkSidebarModel *self = g_object_new (WIJK_TYPE_SIDEBAR_MODEL, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::n-owed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::n-remarks", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  wijk_sidebar_model_update (self);

  return self;
}

guint
wijk_sidebar_model_find_section (WijkSidebarModel *self, WijkSection *section)
{
  guint position;

  g_return_val_if_fail (WIJK_IS_SIDEBAR_MODEL (self), G_MAXUINT);

  if (g_ptr_array_find (self->items, g_hash_table_lookup (self->sections, section), &position))
    return position;

  return G_MAXUINT;
}

void
wijk_sidebar_model_update (WijkSidebarModel *self)
{
  g_return_if_fail (WIJK_IS_SIDEBAR_MODEL (self));

  if (self->document == NULL)
    return;

  replace_items (self, create_items (self));
  count_areas (self);
}
