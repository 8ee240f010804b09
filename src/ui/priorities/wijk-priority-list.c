/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-list.h"

#include <glib/gi18n.h>

#include "wijk-priority-drag.h"
#include "wijk-priority-row.h"
#include "wijk-priority-rows.h"

struct _WijkPriorityList
{
  GtkWidget parent_instance;

  WijkDocument *document;
  guint idle;
  GtkWidget *scrolled;
  GtkListBox *list;
};

enum
{
  SELECTED,
  ACTIVATED,
  DELETE,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkPriorityList, wijk_priority_list, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (WijkRecord *record, gpointer user_data)
{
  WijkPriorityList *self = user_data;
  GtkWidget *row =
      wijk_priority_row_new (wijk_document_get_state (self->document), WIJK_PRIORITY (record));

  wijk_priority_drag_attach (self->document, row, record);

  return row;
}

/* Something is selected while there is anything, near what was. */
static void
keep_selection (WijkPriorityList *self, int position)
{
  int n_rows = (int) wijk_priority_list_get_n_rows (self);

  if (n_rows > 0 && gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (
        self->list, gtk_list_box_get_row_at_index (self->list, CLAMP (position, 0, n_rows - 1)));
}

static void
update (WijkPriorityList *self)
{
  g_autoptr (GPtrArray) priorities =
      wijk_state_dup_sorted (wijk_document_get_state (self->document), WIJK_KIND_PRIORITY);
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int position = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *row;

  wijk_priority_rows_update (self->list, priorities, create_row, self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    wijk_priority_row_update (WIJK_PRIORITY_ROW (row), (guint) i + 1);
  keep_selection (self, position);
  if (had_focus && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL &&
      gtk_list_box_get_selected_row (self->list) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
update_cb (gpointer user_data)
{
  WijkPriorityList *self = user_data;

  self->idle = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static gboolean
matters (WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  return kind == WIJK_KIND_PRIORITY || kind == WIJK_KIND_MEASURE || kind == WIJK_KIND_AMOUNT ||
         kind == WIJK_KIND_REMARK || kind == WIJK_KIND_CLUSTER || kind == WIJK_KIND_QUOTE ||
         kind == WIJK_KIND_PLAN;
}

static void
record_changed_cb (WijkPriorityList *self, WijkRecord *record)
{
  if (matters (record) && self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

static void
filled_cb (WijkPriorityList *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

/* ---- rows ---- */

static void
row_selected_cb (WijkPriorityList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SELECTED], 0, wijk_priority_list_get_selected (self));
}

static void
row_activated_cb (WijkPriorityList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
key_cb (WijkPriorityList *self, guint keyval)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return FALSE;

  g_signal_emit (self, signals[DELETE], 0);

  return TRUE;
}

/* ---- GObject ---- */

static void
wijk_priority_list_dispose (GObject *object)
{
  WijkPriorityList *self = WIJK_PRIORITY_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_priority_list_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, GType parameter)
{
  return g_signal_new (name,
                       WIJK_TYPE_PRIORITY_LIST,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       parameter != G_TYPE_NONE ? 1 : 0,
                       parameter);
}

static void
wijk_priority_list_class_init (WijkPriorityListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_priority_list_dispose;

  signals[SELECTED] = add_signal ("selected", WIJK_TYPE_PRIORITY);
  signals[ACTIVATED] = add_signal ("activated", G_TYPE_NONE);
  signals[DELETE] = add_signal ("delete", G_TYPE_NONE);
  signals[CHANGED] = add_signal ("changed", G_TYPE_NONE);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_priority_list_init (WijkPriorityList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "priorities");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Priorities"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

void
wijk_priority_list_set_document (WijkPriorityList *self, WijkDocument *document)
{
  WijkState *state = wijk_document_get_state (document);

  g_return_if_fail (WIJK_IS_PRIORITY_LIST (self));

  if (!g_set_object (&self->document, document))
    return;

  g_signal_connect_object (
      state, "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "filled", G_CALLBACK (filled_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

WijkPriority *
wijk_priority_list_get_selected (WijkPriorityList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (WIJK_IS_PRIORITY_LIST (self), NULL);

  row = self->list != NULL ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row != NULL ? wijk_priority_row_get_priority (WIJK_PRIORITY_ROW (row)) : NULL;
}

guint
wijk_priority_list_get_n_rows (WijkPriorityList *self)
{
  guint n_rows = 0;

  g_return_val_if_fail (WIJK_IS_PRIORITY_LIST (self), 0);

  while (gtk_list_box_get_row_at_index (self->list, (int) n_rows) != NULL)
    n_rows++;

  return n_rows;
}

gboolean
wijk_priority_list_select (WijkPriorityList *self, WijkPriority *priority, gboolean focus)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (WIJK_IS_PRIORITY_LIST (self), FALSE);

  if (self->idle != 0)
    {
      g_clear_handle_id (&self->idle, g_source_remove);
      update (self);
    }
  row = wijk_priority_rows_find (self->list, WIJK_RECORD (priority));
  if (row == NULL)
    return FALSE;

  gtk_list_box_select_row (self->list, row);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));

  return TRUE;
}

guint
wijk_priority_list_get_rank (WijkPriorityList *self, WijkPriority *priority)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (WIJK_IS_PRIORITY_LIST (self), 0);

  row = wijk_priority_rows_find (self->list, WIJK_RECORD (priority));

  return row != NULL ? (guint) gtk_list_box_row_get_index (row) + 1 : 0;
}
