/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-record-list.h"

struct _WijkRecordList
{
  GObject parent_instance;

  GPtrArray *records;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkRecordList,
                               wijk_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return WIJK_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return WIJK_RECORD_LIST (model)->records->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  WijkRecord *record = wijk_record_list_get (WIJK_RECORD_LIST (model), position);

  return record != NULL ? g_object_ref (record) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
wijk_record_list_finalize (GObject *object)
{
  g_ptr_array_unref (WIJK_RECORD_LIST (object)->records);

  G_OBJECT_CLASS (wijk_record_list_parent_class)->finalize (object);
}

static void
wijk_record_list_class_init (WijkRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_record_list_finalize;
}

static void
wijk_record_list_init (WijkRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

WijkRecordList *
wijk_record_list_new (void)
{
  return g_object_new (WIJK_TYPE_RECORD_LIST, NULL);
}

WijkRecord *
wijk_record_list_get (WijkRecordList *self, guint position)
{
  return position < self->records->len ? self->records->pdata[position] : NULL;
}

guint
wijk_record_list_get_length (WijkRecordList *self)
{
  return self->records->len;
}

void
wijk_record_list_append_silently (WijkRecordList *self, WijkRecord *record)
{
  g_ptr_array_add (self->records, g_object_ref (record));
}

void
wijk_record_list_tell_added (WijkRecordList *self, guint n_before)
{
  if (self->records->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->records->len - n_before);
}

void
wijk_record_list_append (WijkRecordList *self, WijkRecord *record)
{
  wijk_record_list_append_silently (self, record);
  wijk_record_list_tell_added (self, self->records->len - 1);
}

void
wijk_record_list_remove (WijkRecordList *self, WijkRecord *record)
{
  guint position;

  if (!g_ptr_array_find (self->records, record, &position))
    return;
  g_ptr_array_remove_index (self->records, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}
