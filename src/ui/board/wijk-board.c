/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-board.h"

#include <glib/gi18n.h>

#include "wijk-board-list.h"
#include "wijk-board-model.h"
#include "wijk-remark-edits.h"

struct _WijkBoard
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkBoardModel *model;
  GPtrArray *lists;              /* WijkBoardLists, our box's children */
  WijkBoardColumn *dragged_from; /* NULL: not from here */
  WijkRemark *followed;          /* goes with its new column, where the focus goes too */
  WijkBoardColumn *followed_to;
  guint follow_source;
  guint sight_source;

  GtkWidget *scrolled;
  GtkAdjustment *sideways;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (WijkBoard, wijk_board, GTK_TYPE_WIDGET)

typedef enum
{
  SELECTED,
  OPENED,
  N_SIGNALS,
} WijkBoardSignal;

static guint signals[N_SIGNALS];

/* ---- columns in sight ---- */

static void
show_in_sight_cb (gpointer user_data)
{
  WijkBoard *self = WIJK_BOARD (user_data);
  double from = gtk_adjustment_get_value (self->sideways);
  double to = from + gtk_adjustment_get_page_size (self->sideways);

  self->sight_source = 0;
  for (guint i = 0; i < self->lists->len; i++)
    {
      GtkWidget *list = self->lists->pdata[i];
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (list, GTK_WIDGET (self->box), &bounds))
        wijk_board_list_set_in_sight (WIJK_BOARD_LIST (list),
                                      bounds.origin.x < to &&
                                          bounds.origin.x + bounds.size.width > from);
    }
}

static void
show_in_sight (WijkBoard *self)
{
  if (self->sight_source == 0)
    self->sight_source = g_idle_add_once (show_in_sight_cb, self);
}

/* ---- selecting ---- */

static WijkBoardList *
find_list (WijkBoard *self, WijkBoardColumn *column)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (wijk_board_list_get_column (self->lists->pdata[i]) == column)
      return self->lists->pdata[i];

  return NULL;
}

static int
find_focused (WijkBoard *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (gtk_widget_get_focus_child (GTK_WIDGET (self->box)) == self->lists->pdata[i])
      return (int) i;

  return -1;
}

/* Cards are selected in one column at a time. */
static void
selected_cb (WijkBoard *self, WijkBoardList *list)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (self->lists->pdata[i] != list)
      wijk_board_list_unselect (self->lists->pdata[i]);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
opened_cb (WijkBoard *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

/* ---- moving ---- */

static void
follow_cb (gpointer user_data)
{
  WijkBoard *self = WIJK_BOARD (user_data);
  WijkBoardList *list = find_list (self, self->followed_to);

  self->follow_source = 0;
  if (list == NULL || self->followed == NULL || !wijk_board_list_select (list, self->followed))
    return;
  g_clear_object (&self->followed);
  g_clear_object (&self->followed_to);
}

/* The focus goes along once the card is in its new column. */
static void
items_changed_cb (WijkBoard *self)
{
  if (self->followed != NULL && self->follow_source == 0)
    self->follow_source = g_idle_add_once (follow_cb, self);
}

static void
move_remarks (WijkBoard *self, GPtrArray *remarks, WijkBoardColumn *from, WijkBoardList *to)
{
  WijkTheme *theme = wijk_board_column_get_theme (wijk_board_list_get_column (to));
  g_autoptr (GHashTable) left =
      wijk_board_model_dup_left (self->model, from, wijk_board_list_get_column (to));
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = wijk_remarks_move_theme (
      remarks, left, theme != NULL ? wijk_record_get_id (WIJK_RECORD (theme)) : NULL, edits);

  if (n == 0)
    return;
  if (!wijk_document_write (self->document, _ ("Move remarks on the board"), edits, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  g_set_object (&self->followed, WIJK_REMARK (remarks->pdata[0]));
  g_set_object (&self->followed_to, wijk_board_list_get_column (to));
  /* Translators: what was changed, and for how many remarks: “Traffic: 12 remarks” */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u remark", "%s: %u remarks", n),
                          wijk_board_list_get_name (to),
                          n);
  gtk_accessible_announce (
      GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
dragged_cb (WijkBoard *self, const char *id, WijkBoardList *list)
{
  g_set_object (&self->dragged_from, wijk_board_list_get_column (list));
}

/* A card that is selected takes the others along. */
static void
dropped_cb (WijkBoard *self, const char *id, WijkBoardList *list)
{
  WijkRecord *remark =
      wijk_state_lookup_live (wijk_document_get_state (self->document), id, WIJK_KIND_REMARK);
  g_autoptr (GPtrArray) remarks = wijk_board_dup_selected (self);

  if (remark == NULL || self->dragged_from == wijk_board_list_get_column (list) ||
      wijk_document_is_read_only (self->document))
    return;
  if (!g_ptr_array_find (remarks, remark, NULL))
    {
      g_ptr_array_set_size (remarks, 0);
      g_ptr_array_add (remarks, g_object_ref (remark));
    }
  move_remarks (self, remarks, self->dragged_from, list);
}

static gboolean
move_by (WijkBoard *self, int by)
{
  int from = find_focused (self);
  g_autoptr (GPtrArray) remarks = NULL;

  if (from < 0 || from + by < 0 || from + by >= (int) self->lists->len ||
      wijk_document_is_read_only (self->document))
    return FALSE;
  remarks = g_ptr_array_new_with_free_func (g_object_unref);
  wijk_board_list_add_selected (self->lists->pdata[from], remarks);
  if (remarks->len > 0)
    move_remarks (self,
                  remarks,
                  wijk_board_list_get_column (self->lists->pdata[from]),
                  self->lists->pdata[from + by]);

  return TRUE;
}

static gboolean
focus_by (WijkBoard *self, int by)
{
  int from = find_focused (self);

  if (from < 0 || from + by < 0 || from + by >= (int) self->lists->len)
    return FALSE;
  wijk_board_list_focus (self->lists->pdata[from + by],
                         wijk_board_list_get_focused (self->lists->pdata[from]));

  return TRUE;
}

static gboolean
key_cb (WijkBoard *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);
  int by = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left     ? -1
           : keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right ? 1
                                                                   : 0;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    by = -by;
  if (by == 0 || (held != 0 && held != GDK_ALT_MASK))
    return FALSE;

  return held == GDK_ALT_MASK ? move_by (self, by) : focus_by (self, by);
}

/* ---- columns ---- */

static void
show_columns (WijkBoard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->lists, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (WijkBoardColumn) column = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      GtkWidget *list = wijk_board_list_new (wijk_document_get_state (self->document), column);

      g_signal_connect_object (list, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (list, "dragged", G_CALLBACK (dragged_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (list, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          column, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->box, list);
      g_ptr_array_add (self->lists, list);
    }
  show_in_sight (self);
}

/* ---- GObject ---- */

static gboolean
wijk_board_grab_focus (GtkWidget *widget)
{
  WijkBoard *self = WIJK_BOARD (widget);

  for (guint i = 0; i < self->lists->len; i++)
    {
      g_autoptr (GPtrArray) selected = g_ptr_array_new_with_free_func (g_object_unref);

      wijk_board_list_add_selected (self->lists->pdata[i], selected);
      if (selected->len > 0)
        return gtk_widget_child_focus (self->lists->pdata[i], GTK_DIR_TAB_FORWARD);
    }
  for (guint i = 0; i < self->lists->len; i++)
    if (g_list_model_get_n_items (
            G_LIST_MODEL (wijk_board_list_get_column (self->lists->pdata[i]))) > 0)
      {
        wijk_board_list_focus (self->lists->pdata[i], 0);
        return TRUE;
      }

  return FALSE;
}

static void
wijk_board_dispose (GObject *object)
{
  WijkBoard *self = WIJK_BOARD (object);

  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_clear_handle_id (&self->sight_source, g_source_remove);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_object (&self->dragged_from);
  g_clear_object (&self->followed);
  g_clear_object (&self->followed_to);
  g_clear_object (&self->model);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_board_parent_class)->dispose (object);
}

static void
wijk_board_class_init (WijkBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_board_dispose;
  widget_class->grab_focus = wijk_board_grab_focus;

  signals[SELECTED] = g_signal_new (
      "selected", WIJK_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new (
      "opened", WIJK_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "board");
}

static void
wijk_board_init (WijkBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->lists = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->box));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  self->sideways = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (
      self->sideways, "value-changed", G_CALLBACK (show_in_sight), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->sideways, "changed", G_CALLBACK (show_in_sight), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
wijk_board_new (WijkDocument *document, GListModel *remarks)
{
  WijkBoard *self = g_object_new (WIJK_TYPE_BOARD, NULL);

  self->document = g_object_ref (document);
  self->model = wijk_board_model_new (wijk_document_get_state (document), remarks);
  g_signal_connect_object (
      self->model, "items-changed", G_CALLBACK (show_columns), self, G_CONNECT_SWAPPED);
  show_columns (self);

  return GTK_WIDGET (self);
}

GPtrArray *
wijk_board_dup_selected (WijkBoard *self)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (WIJK_IS_BOARD (self), remarks);

  for (guint i = 0; i < self->lists->len; i++)
    wijk_board_list_add_selected (self->lists->pdata[i], remarks);

  return remarks;
}

void
wijk_board_select (WijkBoard *self, WijkRemark *remark)
{
  g_return_if_fail (WIJK_IS_BOARD (self));

  for (guint i = 0; i < self->lists->len; i++)
    if (wijk_board_list_select (self->lists->pdata[i], remark))
      return;
}
