/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-board-list.h"

#include <glib/gi18n.h>

#include "wijk-board-card.h"
#include "wijk-format.h"
#include "wijk-theme-mark.h"

#define MARK 18
#define WIDTH 250

struct _WijkBoardList
{
  GtkBox parent_instance;

  WijkState *state;
  WijkBoardColumn *column;
  GtkMultiSelection *selection;
  GSignalGroup *signals; /* of the theme */
  gboolean is_selecting;

  GtkLabel *name;
  GtkLabel *count;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (WijkBoardList, wijk_board_list, GTK_TYPE_BOX)

typedef enum
{
  SELECTED,
  OPENED,
  DROPPED,
  DRAGGED,
  N_SIGNALS,
} WijkBoardListSignal;

static guint signals[N_SIGNALS];

/* ---- dragging ---- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, WijkBoardList *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  WijkRemark *remark = wijk_board_card_get_remark (WIJK_BOARD_CARD (card));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (card);

  if (remark == NULL)
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  g_signal_emit (self, signals[DRAGGED], 0, wijk_record_get_id (WIJK_RECORD (remark)));

  return gdk_content_provider_new_typed (G_TYPE_STRING, wijk_record_get_id (WIJK_RECORD (remark)));
}

static gboolean
drop_cb (WijkBoardList *self, const GValue *value)
{
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_string (value));

  return TRUE;
}

static void
add_drop (WijkBoardList *self)
{
  GtkDropTarget *target =
      gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE | GDK_ACTION_COPY | GDK_ACTION_LINK);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- cards ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, WijkBoardList *self)
{
  GtkWidget *card = wijk_board_card_new (self->state);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY | GDK_ACTION_LINK);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
  gtk_list_item_set_child (list_item, card);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  wijk_board_card_set_remark (WIJK_BOARD_CARD (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item),
                              list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  wijk_board_card_set_remark (WIJK_BOARD_CARD (gtk_list_item_get_child (list_item)), NULL, NULL);
}

static void
activate_cb (WijkBoardList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
selection_changed_cb (WijkBoardList *self)
{
  if (!self->is_selecting)
    g_signal_emit (self, signals[SELECTED], 0);
}

/* ---- heading ---- */

static void
show_heading (WijkBoardList *self)
{
  g_autofree char *number =
      wijk_ui_format_count (g_list_model_get_n_items (G_LIST_MODEL (self->column)));

  gtk_label_set_label (self->name, wijk_board_list_get_name (self));
  gtk_label_set_label (self->count, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  wijk_board_list_get_name (self),
                                  -1);
}

static GtkWidget *
make_heading (WijkBoardList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->name, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "badge");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  if (wijk_board_column_get_theme (self->column) != NULL)
    {
      GtkWidget *mark = wijk_theme_mark_new (MARK);

      wijk_theme_mark_set_theme (WIJK_THEME_MARK (mark),
                                 wijk_board_column_get_theme (self->column));
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_widget_add_css_class (box, "board-heading");

  return box;
}

/* ---- GObject ---- */

static void
wijk_board_list_dispose (GObject *object)
{
  WijkBoardList *self = WIJK_BOARD_LIST (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->column);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (wijk_board_list_parent_class)->dispose (object);
}

static void
add_signal (WijkBoardListSignal signal, const char *name, guint n_params)
{
  signals[signal] = g_signal_new (name,
                                  WIJK_TYPE_BOARD_LIST,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  n_params,
                                  G_TYPE_STRING);
}

static void
wijk_board_list_class_init (WijkBoardListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_board_list_dispose;

  add_signal (SELECTED, "selected", 0);
  add_signal (OPENED, "opened", 0);
  add_signal (DROPPED, "dropped", 1);
  add_signal (DRAGGED, "dragged", 1);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "board-column");
}

static void
wijk_board_list_init (WijkBoardList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
}

static GtkWidget *
make_list (WijkBoardList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, g_steal_pointer (&factory)));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "board-list");
  g_signal_connect_object (
      self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

GtkWidget *
wijk_board_list_new (WijkState *state, WijkBoardColumn *column)
{
  WijkBoardList *self = g_object_new (WIJK_TYPE_BOARD_LIST, NULL);
  WijkTheme *theme = wijk_board_column_get_theme (column);

  self->state = g_object_ref (state);
  self->column = g_object_ref (column);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (column)));
  gtk_box_append (GTK_BOX (self), make_heading (self));
  gtk_box_append (GTK_BOX (self), make_list (self));
  add_drop (self);
  self->signals = g_signal_group_new (WIJK_TYPE_THEME);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_heading), self);
  g_signal_group_set_target (self->signals, theme);
  g_signal_connect_object (self->selection,
                           "selection-changed",
                           G_CALLBACK (selection_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      column, "items-changed", G_CALLBACK (show_heading), self, G_CONNECT_SWAPPED);
  show_heading (self);

  return GTK_WIDGET (self);
}

WijkBoardColumn *
wijk_board_list_get_column (WijkBoardList *self)
{
  g_return_val_if_fail (WIJK_IS_BOARD_LIST (self), NULL);

  return self->column;
}

const char *
wijk_board_list_get_name (WijkBoardList *self)
{
  WijkTheme *theme;

  g_return_val_if_fail (WIJK_IS_BOARD_LIST (self), NULL);

  theme = wijk_board_column_get_theme (self->column);

  return theme == NULL ? _ ("No theme") : theme->name != NULL ? theme->name : "";
}

void
wijk_board_list_set_in_sight (WijkBoardList *self, gboolean in_sight)
{
  g_return_if_fail (WIJK_IS_BOARD_LIST (self));

  gtk_list_view_set_model (self->list, in_sight ? GTK_SELECTION_MODEL (self->selection) : NULL);
}

void
wijk_board_list_add_selected (WijkBoardList *self, GPtrArray *remarks)
{
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_if_fail (WIJK_IS_BOARD_LIST (self));

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      g_ptr_array_add (remarks, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
    while (gtk_bitset_iter_next (&iter, &position));
}

void
wijk_board_list_unselect (WijkBoardList *self)
{
  g_return_if_fail (WIJK_IS_BOARD_LIST (self));

  self->is_selecting = TRUE;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  self->is_selecting = FALSE;
}

gboolean
wijk_board_list_select (WijkBoardList *self, WijkRemark *remark)
{
  GListModel *model;

  g_return_val_if_fail (WIJK_IS_BOARD_LIST (self), FALSE);

  model = G_LIST_MODEL (self->column);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (WijkRemark) other = g_list_model_get_item (model, i);

      if (other != remark)
        continue;
      wijk_board_list_set_in_sight (self, TRUE);
      gtk_list_view_scroll_to (self->list, i, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
      return TRUE;
    }

  return FALSE;
}

void
wijk_board_list_focus (WijkBoardList *self, guint position)
{
  guint n;

  g_return_if_fail (WIJK_IS_BOARD_LIST (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->column));
  wijk_board_list_set_in_sight (self, TRUE);
  if (n > 0)
    gtk_list_view_scroll_to (
        self->list, MIN (position, n - 1), GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

guint
wijk_board_list_get_focused (WijkBoardList *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (WIJK_IS_BOARD_LIST (self), 0);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected);
}
