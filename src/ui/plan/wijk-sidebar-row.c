/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-sidebar-row.h"

#include "wijk-label.h"

#define INDENT 18

struct _WijkSidebarRow
{
  GtkWidget parent_instance;

  WijkSidebarItem *item;
  GSignalGroup *signals;

  GtkImage *icon;
  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *badge;
  GtkImage *status;
};

enum
{
  DROPPED,
  LINKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const pane_icons[WIJK_N_PANES] = {
  "wijk-overview-symbolic", "wijk-input-symbolic",    "wijk-priorities-symbolic",
  "wijk-sources-symbolic",  "wijk-versions-symbolic",
};

static const char *const drop_classes[] = { "drop-before", "drop-into", "drop-after" };

G_DEFINE_FINAL_TYPE (WijkSidebarRow, wijk_sidebar_row, GTK_TYPE_WIDGET)

static void
show_item (WijkSidebarRow *self)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *badge = NULL;
  WijkPane pane;
  guint depth, status;

  if (self->item == NULL)
    return;

  pane = wijk_sidebar_item_get_pane (self->item);
  g_object_get (self->item,
                "number",
                &number,
                "title",
                &title,
                "badge",
                &badge,
                "depth",
                &depth,
                "status",
                &status,
                NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->icon), pane != WIJK_PANE_SECTION);
  if (pane != WIJK_PANE_SECTION)
    gtk_image_set_from_icon_name (self->icon, pane_icons[pane]);
  gtk_widget_set_visible (GTK_WIDGET (self->number), number != NULL);
  gtk_label_set_label (self->number, number != NULL ? number : "");
  gtk_widget_set_margin_start (GTK_WIDGET (self->number), (int) depth * INDENT);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), badge != NULL);
  gtk_label_set_label (self->badge, badge != NULL ? badge : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), pane == WIJK_PANE_SECTION && status > 0);
  if (pane == WIJK_PANE_SECTION)
    {
      gtk_image_set_from_icon_name (self->status, wijk_icon_for_section_status (status));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->status),
                                   wijk_label_for_section_status (status));
    }
}

/* A title that is cut off is told in full. */
static gboolean
query_tooltip_cb (
    GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (label)));

  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

/* ---- dragging ---- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, WijkSidebarRow *self)
{
  WijkSection *section = self->item != NULL ? wijk_sidebar_item_get_section (self->item) : NULL;

  if (section == NULL)
    return NULL;

  return gdk_content_provider_new_typed (WIJK_TYPE_SECTION, section);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, WijkSidebarRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static WijkDropPlace
get_drop_place (WijkSidebarRow *self, double y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (wijk_sidebar_item_get_depth (self->item) == 0 && y > height * 0.6 && y < height * 0.85)
    return WIJK_DROP_INTO;

  return y < height / 2.0 ? WIJK_DROP_BEFORE : WIJK_DROP_AFTER;
}

static void
mark_drop (WijkSidebarRow *self, int place)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (drop_classes); i++)
    if (i == place)
      gtk_widget_add_css_class (GTK_WIDGET (self), drop_classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), drop_classes[i]);
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, WijkSidebarRow *self)
{
  if (self->item == NULL || wijk_sidebar_item_get_section (self->item) == NULL)
    return 0;

  mark_drop (self, get_drop_place (self, y));

  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (GtkDropTarget *target, WijkSidebarRow *self)
{
  mark_drop (self, -1);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, WijkSidebarRow *self)
{
  mark_drop (self, -1);
  if (self->item == NULL || wijk_sidebar_item_get_section (self->item) == NULL)
    return FALSE;

  g_signal_emit (
      self, signals[DROPPED], 0, g_value_get_object (value), (int) get_drop_place (self, y));

  return TRUE;
}

/* ---- something that is linked to a chapter ---- */

static GdkDragAction
link_motion_cb (GtkDropTarget *target, double x, double y, WijkSidebarRow *self)
{
  if (self->item == NULL || wijk_sidebar_item_get_section (self->item) == NULL)
    return 0;

  mark_drop (self, WIJK_DROP_INTO);

  return GDK_ACTION_COPY;
}

static gboolean
link_cb (GtkDropTarget *target, const GValue *value, double x, double y, WijkSidebarRow *self)
{
  mark_drop (self, -1);
  if (self->item == NULL || wijk_sidebar_item_get_section (self->item) == NULL)
    return FALSE;

  g_signal_emit (self, signals[LINKED], 0, g_value_get_string (value));

  return TRUE;
}

static void
add_link_target (WijkSidebarRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY | GDK_ACTION_LINK);

  g_signal_connect (target, "motion", G_CALLBACK (link_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (link_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- GObject ---- */

static void
wijk_sidebar_row_dispose (GObject *object)
{
  WijkSidebarRow *self = WIJK_SIDEBAR_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->signals);
  g_clear_object (&self->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wijk_sidebar_row_parent_class)->dispose (object);
}

static void
wijk_sidebar_row_class_init (WijkSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_sidebar_row_dispose;

  signals[DROPPED] = g_signal_new ("dropped",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   WIJK_TYPE_SECTION,
                                   G_TYPE_INT);
  signals[LINKED] = g_signal_new ("linked",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidebar-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static void
add_children (WijkSidebarRow *self)
{
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->number = GTK_LABEL (gtk_label_new (NULL));
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->badge = GTK_LABEL (gtk_label_new (NULL));
  self->status = GTK_IMAGE (gtk_image_new ());

  gtk_widget_add_css_class (GTK_WIDGET (self->number), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->title), TRUE);
  g_signal_connect (self->title, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), "badge");
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "dimmed");
  gtk_widget_set_valign (GTK_WIDGET (self->badge), GTK_ALIGN_CENTER);

  gtk_widget_set_parent (GTK_WIDGET (self->icon), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->number), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->badge), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->status), GTK_WIDGET (self));
}

static void
wijk_sidebar_row_init (WijkSidebarRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (WIJK_TYPE_SECTION, GDK_ACTION_MOVE);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  add_children (self);

  self->signals = g_signal_group_new (WIJK_TYPE_SIDEBAR_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_item), self);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  add_link_target (self);
}

GtkWidget *
wijk_sidebar_row_new (void)
{
  return g_object_new (WIJK_TYPE_SIDEBAR_ROW, NULL);
}

WijkSidebarItem *
wijk_sidebar_row_get_item (WijkSidebarRow *self)
{
  g_return_val_if_fail (WIJK_IS_SIDEBAR_ROW (self), NULL);

  return self->item;
}

void
wijk_sidebar_row_set_item (WijkSidebarRow *self, WijkSidebarItem *item)
{
  g_return_if_fail (WIJK_IS_SIDEBAR_ROW (self));

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->signals, item);
  show_item (self);
}
