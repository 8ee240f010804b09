/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-board-model.h"

#include "wijk-outline.h"
#include "wijk-remark.h"

#define UPDATE_PRIORITY (G_PRIORITY_HIGH_IDLE + 10) /* before layout and drawing */

/* ---- a column ---- */

struct _WijkBoardColumn
{
  GObject parent_instance;

  WijkTheme *theme;
  GPtrArray *remarks; /* shown */
  GPtrArray *found;   /* while they are divided anew */
};

static void column_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkBoardColumn,
                               wijk_board_column,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, column_list_init))

static GType
get_remark_type (GListModel *model)
{
  return WIJK_TYPE_REMARK;
}

static guint
get_n_remarks (GListModel *model)
{
  return WIJK_BOARD_COLUMN (model)->remarks->len;
}

static gpointer
get_remark (GListModel *model, guint position)
{
  GPtrArray *remarks = WIJK_BOARD_COLUMN (model)->remarks;

  return position < remarks->len ? g_object_ref (remarks->pdata[position]) : NULL;
}

static void
column_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_remark_type;
  iface->get_n_items = get_n_remarks;
  iface->get_item = get_remark;
}

static void
wijk_board_column_finalize (GObject *object)
{
  WijkBoardColumn *self = WIJK_BOARD_COLUMN (object);

  g_clear_object (&self->theme);
  g_ptr_array_unref (self->remarks);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (wijk_board_column_parent_class)->finalize (object);
}

static void
wijk_board_column_class_init (WijkBoardColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_board_column_finalize;
}

static void
wijk_board_column_init (WijkBoardColumn *self)
{
  self->remarks = g_ptr_array_new_with_free_func (g_object_unref);
}

WijkTheme *
wijk_board_column_get_theme (WijkBoardColumn *self)
{
  g_return_val_if_fail (WIJK_IS_BOARD_COLUMN (self), NULL);

  return self->theme;
}

/* Shows what was found, and tells what differs between its like beginning and end. */
static void
column_show (WijkBoardColumn *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->remarks);
  GPtrArray *found = g_steal_pointer (&self->found);
  guint n_same = 0, n_same_end = 0, shorter = MIN (before->len, found->len);

  while (n_same < shorter && before->pdata[n_same] == found->pdata[n_same])
    n_same++;
  while (n_same_end < shorter - n_same &&
         before->pdata[before->len - 1 - n_same_end] == found->pdata[found->len - 1 - n_same_end])
    n_same_end++;
  self->remarks = found;
  if (n_same < before->len || n_same < found->len)
    g_list_model_items_changed (G_LIST_MODEL (self),
                                n_same,
                                before->len - n_same - n_same_end,
                                found->len - n_same - n_same_end);
}

/* ---- the board ---- */

struct _WijkBoardModel
{
  GObject parent_instance;

  WijkState *state;
  GListModel *source;
  GPtrArray *columns;
  GHashTable *by_theme; /* id of any theme -> its WijkBoardColumn, lent */
  gboolean themes_stale;
  guint update_source;
};

static void board_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkBoardModel,
                               wijk_board_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, board_list_init))

static GType
get_column_type (GListModel *model)
{
  return WIJK_TYPE_BOARD_COLUMN;
}

static guint
get_n_columns (GListModel *model)
{
  return WIJK_BOARD_MODEL (model)->columns->len;
}

static gpointer
get_column (GListModel *model, guint position)
{
  GPtrArray *columns = WIJK_BOARD_MODEL (model)->columns;

  return position < columns->len ? g_object_ref (columns->pdata[position]) : NULL;
}

static void
board_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_column_type;
  iface->get_n_items = get_n_columns;
  iface->get_item = get_column;
}

/* The column that is there for @theme, or a new one. */
static WijkBoardColumn *
ref_column (WijkBoardModel *self, WijkTheme *theme)
{
  WijkBoardColumn *column;

  for (guint i = 0; i < self->columns->len; i++)
    if (((WijkBoardColumn *) self->columns->pdata[i])->theme == theme)
      return g_object_ref (self->columns->pdata[i]);
  column = g_object_new (WIJK_TYPE_BOARD_COLUMN, NULL);
  column->theme = theme != NULL ? g_object_ref (theme) : NULL;

  return column;
}

static gboolean
has_same_columns (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;

  return TRUE;
}

/* In an outline a theme of the top level stands right before all that is below it. */
static void
update_columns (WijkBoardModel *self)
{
  g_autoptr (GPtrArray) outline =
      wijk_outline_new (self->state, WIJK_KIND_THEME, WIJK_THEME_DEPTH, NULL);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) before = NULL;
  WijkBoardColumn *column = ref_column (self, NULL);

  self->themes_stale = FALSE;
  g_hash_table_remove_all (self->by_theme);
  g_ptr_array_add (columns, column);
  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *row = outline->pdata[i];

      if (row->depth == 0)
        {
          column = ref_column (self, WIJK_THEME (row->record));
          g_ptr_array_add (columns, column);
        }
      g_hash_table_insert (self->by_theme, g_strdup (wijk_record_get_id (row->record)), column);
    }
  before = g_steal_pointer (&self->columns);
  self->columns = g_steal_pointer (&columns);
  if (!has_same_columns (before, self->columns))
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->columns->len);
}

static void
put (WijkBoardColumn *column, WijkRemark *remark)
{
  GPtrArray *found = column->found;

  if (found->len == 0 || found->pdata[found->len - 1] != remark)
    g_ptr_array_add (found, g_object_ref (remark));
}

static void
divide (WijkBoardModel *self)
{
  guint n = g_list_model_get_n_items (self->source);

  for (guint i = 0; i < self->columns->len; i++)
    ((WijkBoardColumn *) self->columns->pdata[i])->found =
        g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WijkRemark) remark = g_list_model_get_item (self->source, i);
      gboolean has_any = FALSE;

      for (guint j = 0; remark->themes != NULL && j < remark->themes->len; j++)
        {
          WijkBoardColumn *column = g_hash_table_lookup (self->by_theme, remark->themes->pdata[j]);

          if (column == NULL)
            continue;
          put (column, remark);
          has_any = TRUE;
        }
      if (!has_any)
        put (self->columns->pdata[0], remark);
    }
  for (guint i = 0; i < self->columns->len; i++)
    column_show (self->columns->pdata[i]);
}

static void
update (WijkBoardModel *self)
{
  if (self->themes_stale)
    update_columns (self);
  divide (self);
}

static gboolean
update_cb (gpointer user_data)
{
  WijkBoardModel *self = WIJK_BOARD_MODEL (user_data);

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
update_later (WijkBoardModel *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (UPDATE_PRIORITY, update_cb, self, NULL);
}

static void
record_changed_cb (WijkBoardModel *self, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (kind == WIJK_KIND_THEME)
    self->themes_stale = TRUE;
  if (kind == WIJK_KIND_THEME || kind == WIJK_KIND_REMARK)
    update_later (self);
}

static void
filled_cb (WijkBoardModel *self)
{
  self->themes_stale = TRUE;
  update_later (self);
}

/* ---- GObject ---- */

static void
wijk_board_model_finalize (GObject *object)
{
  WijkBoardModel *self = WIJK_BOARD_MODEL (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_hash_table_unref (self->by_theme);
  g_ptr_array_unref (self->columns);
  g_object_unref (self->source);
  g_object_unref (self->state);

  G_OBJECT_CLASS (wijk_board_model_parent_class)->finalize (object);
}

static void
wijk_board_model_class_init (WijkBoardModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_board_model_finalize;
}

static void
wijk_board_model_init (WijkBoardModel *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_theme = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->themes_stale = TRUE;
}

WijkBoardModel *
wijk_board_model_new (WijkState *state, GListModel *remarks)
{
  WijkBoardModel *self = g_object_new (WIJK_TYPE_BOARD_MODEL, NULL);

  self->state = g_object_ref (state);
  self->source = g_object_ref (remarks);
  g_signal_connect_object (
      remarks, "items-changed", G_CALLBACK (update_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      state, "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "filled", G_CALLBACK (filled_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

GHashTable *
wijk_board_model_dup_left (WijkBoardModel *self, WijkBoardColumn *from, WijkBoardColumn *to)
{
  GHashTable *left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id, column;

  g_return_val_if_fail (WIJK_IS_BOARD_MODEL (self), left);

  g_hash_table_iter_init (&iter, self->by_theme);
  while (g_hash_table_iter_next (&iter, &id, &column))
    if (column == from || to->theme == NULL)
      g_hash_table_add (left, g_strdup (id));

  return left;
}
