/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-list.h"

#include <adwaita.h>

#include "wijk-board.h"
#include "wijk-remark-bulk.h"
#include "wijk-remark-filter-bar.h"
#include "wijk-remark-map.h"
#include "wijk-remark-row.h"

struct _WijkRemarkList
{
  GtkBox parent_instance;

  WijkDocument *document;
  WijkRemarkFilter *filter;
  WijkRemarkModel *model;
  GtkMultiSelection *selection;
  WijkRemarksMode mode;
  char *awaited; /* id of a remark that is on its way */
  guint selected_source;
  guint focus_source;

  WijkRemarkFilterBar *bar;
  GtkStack *stack;
  GtkListView *list;
  AdwBin *board_bin; /* empty until it is asked for, as the map's */
  AdwBin *map_bin;
  WijkRemarkBulk *bulk;
};

G_DEFINE_FINAL_TYPE (WijkRemarkList, wijk_remark_list, GTK_TYPE_BOX)

typedef enum
{
  SELECTED,
  OPENED,
  MODE,
  N_SIGNALS,
} WijkRemarkListSignal;

static guint signals[N_SIGNALS];

/* ---- rows ---- */

/* With Control or Shift more are selected, and none is opened. */
static void
released_cb (WijkRemarkList *self, int n_press, double x, double y, GtkGesture *click)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    g_signal_emit (self, signals[OPENED], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, WijkRemarkList *self)
{
  GtkWidget *row = wijk_remark_row_new (wijk_document_get_state (self->document), self->model);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, WijkRemarkList *self)
{
  wijk_remark_row_set_remark (WIJK_REMARK_ROW (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item),
                              list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, WijkRemarkList *self)
{
  wijk_remark_row_set_remark (WIJK_REMARK_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

static void
activate_cb (WijkRemarkList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

/* ---- what shows ---- */

static void
show_page (WijkRemarkList *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->model)), n_total;
  const char *page = self->mode == WIJK_REMARKS_AS_BOARD ? "board" : "list";

  g_object_get (self->model, "n-total", &n_total, NULL);
  if (n_shown == 0 && n_total == 0)
    page = "empty";
  else if (n_shown == 0 && wijk_document_get_tally (self->document).n_answered == n_total &&
           wijk_remark_filter_get_owed_only (self->filter))
    page = "answered";
  else if (n_shown == 0)
    page = "nothing";
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* What was found stands at the top, or where the selected remark is among it. */
static void
searched_cb (WijkRemarkList *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  show_page (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;
  gtk_list_view_scroll_to (self->list,
                           gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected),
                           GTK_LIST_SCROLL_NONE,
                           NULL);
}

static WijkBoard *
get_board (WijkRemarkList *self)
{
  return self->mode == WIJK_REMARKS_AS_BOARD ? WIJK_BOARD (adw_bin_get_child (self->board_bin))
                                             : NULL;
}

static void
focus_remarks (WijkRemarkList *self)
{
  gtk_widget_grab_focus (get_board (self) != NULL ? GTK_WIDGET (get_board (self))
                                                  : GTK_WIDGET (self->list));
}

/* Enter in the search entry goes to the first that was found. */
static void
found_cb (WijkRemarkList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;
  if (get_board (self) != NULL)
    {
      focus_remarks (self);
      return;
    }
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
clear_cb (WijkRemarkList *self)
{
  wijk_remark_filter_bar_clear (self->bar);
}

/* ---- selection ---- */

static GPtrArray *
dup_selected (WijkRemarkList *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  GPtrArray *remarks;
  GtkBitsetIter iter;
  guint position;

  if (get_board (self) != NULL)
    return wijk_board_dup_selected (get_board (self));
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  remarks = g_ptr_array_new_with_free_func (g_object_unref);
  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      g_ptr_array_add (remarks, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
    while (gtk_bitset_iter_next (&iter, &position));

  return remarks;
}

/* Later, as the list may be in the middle of telling that it changed. */
static void
selected_idle_cb (gpointer user_data)
{
  WijkRemarkList *self = WIJK_REMARK_LIST (user_data);

  self->selected_source = 0;
  wijk_remark_model_keep (self->model, wijk_remark_list_get_selected (self));
  wijk_remark_bulk_take_remarks (self->bulk, dup_selected (self));
}

static void
selected_later (WijkRemarkList *self)
{
  if (self->selected_source == 0)
    self->selected_source = g_idle_add_once (selected_idle_cb, self);
}

static void
selected_cb (WijkRemarkList *self)
{
  selected_later (self);
  g_signal_emit (self, signals[SELECTED], 0, wijk_remark_list_get_selected (self));
}

static void
focus_cb (gpointer user_data)
{
  WijkRemarkList *self = WIJK_REMARK_LIST (user_data);

  self->focus_source = 0;
  focus_remarks (self);
}

/* At once and once more: a popover that was left by the pointer gives the focus to its button. */
static void
bulk_done_cb (WijkRemarkList *self)
{
  focus_remarks (self);
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_once (focus_cb, self);
}

/* ---- list, board or map ---- */

static void
mode_cb (WijkRemarkList *self, guint mode)
{
  if (self->document == NULL || self->mode == mode)
    return;
  self->mode = mode;
  if (mode == WIJK_REMARKS_AS_BOARD && adw_bin_get_child (self->board_bin) == NULL)
    {
      GtkWidget *board = wijk_board_new (self->document, G_LIST_MODEL (self->model));

      g_signal_connect_object (
          board, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (board, "opened", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->board_bin, board);
    }
  if (mode == WIJK_REMARKS_ON_MAP && adw_bin_get_child (self->map_bin) == NULL)
    adw_bin_set_child (self->map_bin, wijk_remark_map_new (self->document, self->filter));
  gtk_widget_set_visible (GTK_WIDGET (self->map_bin), mode == WIJK_REMARKS_ON_MAP);
  show_page (self);
  selected_cb (self);
  g_signal_emit (self, signals[MODE], 0);
}

static void
items_changed_cb (WijkRemarkList *self)
{
  g_autofree char *id = NULL;
  WijkRemark *remark;
  guint position;

  show_page (self);
  selected_later (self);
  remark = (WijkRemark *) wijk_state_lookup_live (
      wijk_document_get_state (self->document), self->awaited, WIJK_KIND_REMARK);
  if (remark == NULL)
    return;
  id = g_steal_pointer (&self->awaited);
  position = wijk_remark_model_find (self->model, remark);
  if (position != G_MAXUINT)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
}

/* ---- GObject ---- */

static void
wijk_remark_list_dispose (GObject *object)
{
  WijkRemarkList *self = WIJK_REMARK_LIST (object);

  g_clear_handle_id (&self->selected_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_REMARK_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_object (&self->document);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (wijk_remark_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-remark-list.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, bar);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, list);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, board_bin);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, map_bin);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, bulk);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, bulk_done_cb);
}

static guint
add_signal (const char *name, guint n_params, GType type)
{
  return g_signal_new (name,
                       WIJK_TYPE_REMARK_LIST,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       type);
}

static void
wijk_remark_list_class_init (WijkRemarkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_remark_list_dispose;

  g_type_ensure (WIJK_TYPE_REMARK_BULK);
  g_type_ensure (WIJK_TYPE_REMARK_FILTER_BAR);
  signals[SELECTED] = add_signal ("selected", 1, WIJK_TYPE_REMARK);
  signals[OPENED] = add_signal ("opened", 0, G_TYPE_NONE);
  signals[MODE] = add_signal ("mode-changed", 0, G_TYPE_NONE);

  bind_template (widget_class);
}

static void
wijk_remark_list_init (WijkRemarkList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow (WijkRemarkList *self)
{
  g_signal_connect_object (
      self->filter, "changed", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->model, "searched", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection,
                           "items-changed",
                           G_CALLBACK (items_changed_cb),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (
      self->selection, "selection-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

void
wijk_remark_list_set_document (WijkRemarkList *self, WijkDocument *document)
{
  WijkState *state = wijk_document_get_state (document);

  g_return_if_fail (WIJK_IS_REMARK_LIST (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->filter = wijk_remark_filter_new (state);
  self->model = wijk_remark_model_new (state, self->filter);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  wijk_remark_bulk_set_document (self->bulk, document);
  wijk_remark_filter_bar_set_model (self->bar, document, self->filter, self->model);
  follow (self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  show_page (self);
}

WijkRemarkModel *
wijk_remark_list_get_model (WijkRemarkList *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_LIST (self), NULL);

  return self->model;
}

void
wijk_remark_list_select (WijkRemarkList *self, WijkRemark *remark)
{
  guint position;

  g_return_if_fail (WIJK_IS_REMARK_LIST (self));

  position = wijk_remark_model_find (self->model, remark);
  if (position == G_MAXUINT)
    {
      clear_cb (self);
      if (remark->withdrawn != NULL)
        wijk_remark_filter_set_with_withdrawn (self->filter, TRUE);
      position = wijk_remark_model_find (self->model, remark);
    }
  if (position == G_MAXUINT)
    return;
  if (get_board (self) != NULL)
    wijk_board_select (get_board (self), remark);
  else
    gtk_list_view_scroll_to (
        self->list, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
}

WijkRemark *
wijk_remark_list_get_selected (WijkRemarkList *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (WijkRemark) remark = NULL;

  g_return_val_if_fail (WIJK_IS_REMARK_LIST (self), NULL);

  if (get_board (self) != NULL)
    {
      g_autoptr (GPtrArray) remarks = dup_selected (self);

      return remarks->len == 1 ? remarks->pdata[0] : NULL; /* the model has it too */
    }
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (selected) != 1)
    return NULL;
  remark =
      g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));

  return remark;
}

guint
wijk_remark_list_get_n_selected (WijkRemarkList *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (WIJK_IS_REMARK_LIST (self), 0);

  if (get_board (self) != NULL)
    {
      g_autoptr (GPtrArray) remarks = dup_selected (self);

      return remarks->len;
    }
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (selected);
}

WijkRemarksMode
wijk_remark_list_get_mode (WijkRemarkList *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_LIST (self), WIJK_REMARKS_AS_LIST);

  return self->mode;
}

WijkRemarkBulk *
wijk_remark_list_get_bulk (WijkRemarkList *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_LIST (self), NULL);

  if (self->selected_source != 0)
    {
      g_clear_handle_id (&self->selected_source, g_source_remove);
      selected_idle_cb (self);
    }

  return self->bulk;
}

void
wijk_remark_list_await (WijkRemarkList *self, const char *id)
{
  g_return_if_fail (WIJK_IS_REMARK_LIST (self));

  g_set_str (&self->awaited, id);
}

void
wijk_remark_list_show_only (WijkRemarkList *self, WijkFacet facet, const char *value)
{
  g_return_if_fail (WIJK_IS_REMARK_LIST (self));

  clear_cb (self);
  wijk_remark_filter_set_value (self->filter, facet, value, TRUE);
}

void
wijk_remark_list_show_owed (WijkRemarkList *self)
{
  g_return_if_fail (WIJK_IS_REMARK_LIST (self));

  clear_cb (self);
  wijk_remark_filter_set_owed_only (self->filter, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

gboolean
wijk_remark_list_focus_search (WijkRemarkList *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_LIST (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->bar));
}
