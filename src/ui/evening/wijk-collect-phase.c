/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-collect-phase.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-hall-row.h"
#include "wijk-remark-line.h"

struct _WijkCollectPhase
{
  GtkBox parent_instance;

  WijkHall *hall;
  WijkRemarkLine *line;
  GtkStack *stack;
  GtkListView *view;
  GListModel *remarks;
};

G_DEFINE_FINAL_TYPE (WijkCollectPhase, wijk_collect_phase, GTK_TYPE_BOX)

/* ---- the list ---- */

static gboolean
is_of_session (gpointer item, gpointer user_data)
{
  return g_strcmp0 (WIJK_REMARK (item)->session, user_data) == 0;
}

static int
compare_newest (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return -wijk_record_compare (WIJK_RECORD ((gpointer) a), WIJK_RECORD ((gpointer) b));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WijkCollectPhase *self)
{
  gtk_list_item_set_child (item, wijk_hall_row_new (self->hall));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WijkCollectPhase *self)
{
  WijkHallRow *row = WIJK_HALL_ROW (gtk_list_item_get_child (item));
  g_autofree char *label = NULL;

  wijk_hall_row_set_remark (row, gtk_list_item_get_item (item));
  label = wijk_hall_row_dup_label (row);
  gtk_list_item_set_accessible_label (item, label);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WijkCollectPhase *self)
{
  wijk_hall_row_set_remark (WIJK_HALL_ROW (gtk_list_item_get_child (item)), NULL);
}

/* What was said last is in sight, wherever one had scrolled to. */
static void
items_changed_cb (WijkCollectPhase *self, guint position, guint n_removed, guint n_added)
{
  if (position == 0 && n_added > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

static void
show_list (WijkCollectPhase *self)
{
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (self->remarks) > 0 ? "list" : "empty");
}

static GtkWidget *
make_list (WijkCollectPhase *self)
{
  WijkState *state = wijk_document_get_state (wijk_hall_get_document (self->hall));
  GListModel *all = G_LIST_MODEL (wijk_state_get_list (state, WIJK_KIND_REMARK));
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (
      is_of_session, g_strdup (wijk_hall_get_session_id (self->hall)), g_free));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view, *scrolled = gtk_scrolled_window_new ();

  self->remarks = G_LIST_MODEL (gtk_sort_list_model_new (
      G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (all), filter)),
      GTK_SORTER (gtk_custom_sorter_new (compare_newest, NULL, NULL))));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  view = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->remarks))), factory);
  self->view = GTK_LIST_VIEW (view);
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_widget_add_css_class (view, "remark-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was said, the last first"),
                                  -1);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

/* ---- GObject ---- */

static gboolean
wijk_collect_phase_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WIJK_COLLECT_PHASE (widget)->line));
}

static void
wijk_collect_phase_dispose (GObject *object)
{
  WijkCollectPhase *self = WIJK_COLLECT_PHASE (object);

  g_clear_object (&self->remarks);
  g_clear_object (&self->hall);

  G_OBJECT_CLASS (wijk_collect_phase_parent_class)->dispose (object);
}

static void
wijk_collect_phase_class_init (WijkCollectPhaseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_collect_phase_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = wijk_collect_phase_grab_focus;
}

static void
wijk_collect_phase_init (WijkCollectPhase *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->stack = GTK_STACK (gtk_stack_new ());
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "wijk-input-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing Said Yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("Type what someone says and press Enter. Up changes the last remark."));
  gtk_widget_add_css_class (page, "compact");

  return page;
}

GtkWidget *
wijk_collect_phase_new (WijkHall *hall)
{
  WijkCollectPhase *self = g_object_new (WIJK_TYPE_COLLECT_PHASE, NULL);
  GtkWidget *line = g_object_new (WIJK_TYPE_REMARK_LINE, "compact", TRUE, NULL);

  self->hall = g_object_ref (hall);
  self->line = WIJK_REMARK_LINE (line);
  wijk_remark_line_set_document (self->line, wijk_hall_get_document (hall));
  wijk_remark_line_set_session (self->line, wijk_hall_get_session_id (hall));
  gtk_widget_set_margin_start (line, 12);
  gtk_widget_set_margin_end (line, 12);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 9);
  gtk_widget_add_css_class (line, "hall-line");
  gtk_box_append (GTK_BOX (self), line);
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (
      self->remarks, "items-changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->remarks, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  show_list (self);

  return GTK_WIDGET (self);
}
