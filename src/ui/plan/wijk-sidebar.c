/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-sidebar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-id.h"
#include "wijk-link.h"
#include "wijk-section-move.h"
#include "wijk-sidebar-model.h"
#include "wijk-sidebar-row.h"

/* by then a new row is in its place */
#define NAMING_DELAY_MS 120

struct _WijkSidebar
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkSidebarModel *model;
  GtkSingleSelection *selection;
  char *awaited; /* id of a section that was just made */
  guint naming;

  GtkListView *list;
  GtkPopover *menu;
  GtkPopover *rename;
  GtkEntry *rename_entry;
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkSidebar, wijk_sidebar, GTK_TYPE_WIDGET)

static void
tell_failure (WijkSidebar *self, const GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static WijkSidebarItem *
get_selected (WijkSidebar *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static WijkSection *
get_selected_section (WijkSidebar *self)
{
  WijkSidebarItem *item = get_selected (self);

  return item != NULL ? wijk_sidebar_item_get_section (item) : NULL;
}

/* ---- rows ---- */

static GtkWidget *
find_row (WijkSidebar *self, WijkSection *section)
{
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *row = gtk_widget_get_first_child (cell);
      WijkSidebarItem *item = row != NULL && WIJK_IS_SIDEBAR_ROW (row)
                                  ? wijk_sidebar_row_get_item (WIJK_SIDEBAR_ROW (row))
                                  : NULL;

      if (item != NULL && wijk_sidebar_item_get_section (item) == section)
        return row;
    }

  return NULL;
}

static void
linked_cb (WijkSidebarRow *row, const char *id, WijkSidebar *self)
{
  WijkSection *section = wijk_sidebar_item_get_section (wijk_sidebar_row_get_item (row));
  g_autoptr (GError) error = NULL;

  if (section == NULL || !wijk_id_is_valid (id) || wijk_document_is_read_only (self->document))
    return;
  if (!wijk_link_set (self->document, WIJK_RECORD (section), id, TRUE, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _ ("Linked"));
}

static void
dropped_cb (WijkSidebarRow *row, WijkSection *section, int place, WijkSidebar *self)
{
  WijkSection *target = wijk_sidebar_item_get_section (wijk_sidebar_row_get_item (row));
  g_autoptr (GError) error = NULL;

  switch ((WijkDropPlace) place)
    {
    case WIJK_DROP_BEFORE:
      wijk_section_put_before (self->document, section, target, &error);
      break;
    case WIJK_DROP_INTO:
      wijk_section_put_into (self->document, section, target, &error);
      break;
    case WIJK_DROP_AFTER:
    default:
      wijk_section_put_behind (self->document, section, target, &error);
      break;
    }
  tell_failure (self, error);
}

static void
point_to (WijkSidebar *self, GtkPopover *popover, GtkWidget *row)
{
  graphene_rect_t bounds;
  GdkRectangle place;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return;

  place = (GdkRectangle) {
    (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height
  };
  gtk_popover_set_pointing_to (popover, &place);
}

static void
show_menu (WijkSidebar *self, WijkSection *section)
{
  point_to (self, self->menu, find_row (self, section));
  gtk_popover_popup (self->menu);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, WijkSidebar *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  WijkSidebarItem *item = wijk_sidebar_row_get_item (WIJK_SIDEBAR_ROW (row));

  if (item == NULL || wijk_sidebar_item_get_section (item) == NULL ||
      wijk_document_is_read_only (self->document))
    return;

  wijk_sidebar_select (self, WIJK_PANE_SECTION, wijk_sidebar_item_get_section (item));
  show_menu (self, wijk_sidebar_item_get_section (item));
}

/* A click selects, as in any list; it also goes to the content where only one of them is shown. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, WijkSidebar *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, WijkSidebar *self)
{
  GtkWidget *row = wijk_sidebar_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *choose = gtk_gesture_click_new ();

  g_signal_connect_object (choose, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (choose));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, 0);
  g_signal_connect_object (row, "linked", G_CALLBACK (linked_cb), self, 0);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, WijkSidebar *self)
{
  WijkSidebarItem *item = gtk_list_item_get_item (list_item);
  GBinding *binding = g_object_bind_property (
      item, "description", list_item, "accessible-label", G_BINDING_SYNC_CREATE);

  g_object_set_data_full (G_OBJECT (list_item), "label", g_object_ref (binding), g_object_unref);
  wijk_sidebar_row_set_item (WIJK_SIDEBAR_ROW (gtk_list_item_get_child (list_item)), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, WijkSidebar *self)
{
  GBinding *binding = g_object_get_data (G_OBJECT (list_item), "label");

  if (binding != NULL)
    g_binding_unbind (binding);
  g_object_set_data (G_OBJECT (list_item), "label", NULL);
  wijk_sidebar_row_set_item (WIJK_SIDEBAR_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, WijkSidebar *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, WijkSidebar *self)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       gtk_list_header_get_start (header) == 0 ? _ ("Plan") : _ ("Chapters"));
}

/* ---- what can be done with a chapter ---- */

static void
move_section (WijkSidebar *self, WijkMove move)
{
  WijkSection *section = get_selected_section (self);
  g_autoptr (GError) error = NULL;

  if (section == NULL)
    return;

  wijk_section_move (self->document, section, move, &error);
  tell_failure (self, error);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const moves[] = { "up", "down", "in", "out" };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (g_variant_get_string (parameter, NULL), moves[i]))
      move_section (WIJK_SIDEBAR (widget), i);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkSidebar *self = WIJK_SIDEBAR (widget);
  WijkSection *section = get_selected_section (self);

  if (section == NULL || wijk_document_is_read_only (self->document))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->rename_entry), section->title);
  point_to (self, self->rename, find_row (self, section));
  gtk_popover_popup (self->rename);
  gtk_widget_grab_focus (GTK_WIDGET (self->rename_entry));
}

static void
renamed_cb (WijkSidebar *self)
{
  WijkSection *section = get_selected_section (self);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->rename_entry));
  g_autoptr (GError) error = NULL;

  if (section != NULL && g_strcmp0 (title, section->title) != 0)
    wijk_document_set (
        self->document, _ ("Rename a chapter"), WIJK_RECORD (section), "title", title, &error);
  tell_failure (self, error);
  if (error == NULL)
    gtk_popover_popdown (self->rename);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkSidebar *self = WIJK_SIDEBAR (widget);
  WijkSection *section = get_selected_section (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (section == NULL)
    return;

  /* Translators: %s is the title of a chapter */
  message = g_strdup_printf (_ ("“%s” deleted"), section->title);
  if (wijk_document_delete (self->document, _ ("Delete a chapter"), WIJK_RECORD (section), &error))
    gtk_widget_activate_action (widget, "win.toast-undo", "s", message);
  tell_failure (self, error);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkSidebar *self = WIJK_SIDEBAR (widget);
  WijkSection *section = get_selected_section (self);

  if (section != NULL && !wijk_document_is_read_only (self->document))
    show_menu (self, section);
}

/* ---- selection ---- */

static void
selected_cb (WijkSidebar *self)
{
  WijkSidebarItem *item = get_selected (self);

  if (item != NULL)
    g_signal_emit (self, signals[SELECTED], 0, item);
}

static void
activate_cb (WijkSidebar *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
name_made_cb (gpointer user_data)
{
  WijkSidebar *self = user_data;

  self->naming = 0;
  gtk_list_view_scroll_to (
      self->list, gtk_single_selection_get_selected (self->selection), GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "sidebar.rename", NULL);

  return G_SOURCE_REMOVE;
}

/* A section that was just made is selected as soon as it is there, and named once it is drawn. */
static void
items_changed_cb (WijkSidebar *self)
{
  WijkRecord *section = NULL;

  if (self->awaited != NULL)
    section = wijk_state_lookup_live (
        wijk_document_get_state (self->document), self->awaited, WIJK_KIND_SECTION);
  if (section == NULL)
    return;

  g_clear_pointer (&self->awaited, g_free);
  if (wijk_sidebar_select (self, WIJK_PANE_SECTION, WIJK_SECTION (section)) && self->naming == 0)
    self->naming = g_timeout_add (NAMING_DELAY_MS, name_made_cb, self);
}

static void
wijk_sidebar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WijkSidebar *self = WIJK_SIDEBAR (widget);
  GtkAllocation all = { 0, 0, width, height };
  GtkWidget *child = gtk_widget_get_first_child (widget);

  gtk_widget_size_allocate (child, &all, baseline);
  gtk_popover_present (self->menu);
  gtk_popover_present (self->rename);
}

static void
wijk_sidebar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget),
                      orientation,
                      for_size,
                      minimum,
                      natural,
                      minimum_baseline,
                      natural_baseline);
}

static gboolean
wijk_sidebar_grab_focus (GtkWidget *widget)
{
  WijkSidebar *self = WIJK_SIDEBAR (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
wijk_sidebar_dispose (GObject *object)
{
  WijkSidebar *self = WIJK_SIDEBAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->naming, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_SIDEBAR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->document);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (wijk_sidebar_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sidebar.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "sidebar.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "sidebar.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "sidebar.menu", NULL, menu_action);

  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Up, GDK_ALT_MASK, "sidebar.move", "s", "up");
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Down, GDK_ALT_MASK, "sidebar.move", "s", "down");
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Right, GDK_ALT_MASK, "sidebar.move", "s", "in");
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Left, GDK_ALT_MASK, "sidebar.move", "s", "out");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "sidebar.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "sidebar.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "sidebar.menu", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "sidebar.menu", NULL);
}

static void
wijk_sidebar_class_init (WijkSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_sidebar_dispose;
  widget_class->measure = wijk_sidebar_measure;
  widget_class->size_allocate = wijk_sidebar_size_allocate;
  widget_class->grab_focus = wijk_sidebar_grab_focus;

  signals[SELECTED] = g_signal_new ("selected",
                                    G_TYPE_FROM_CLASS (klass),
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    1,
                                    WIJK_TYPE_SIDEBAR_ITEM);
  signals[ACTIVATED] = g_signal_new ("activated",
                                     G_TYPE_FROM_CLASS (klass),
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, WijkSidebar, menu);
  gtk_widget_class_bind_template_child (widget_class, WijkSidebar, rename);
  gtk_widget_class_bind_template_child (widget_class, WijkSidebar, rename_entry);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, renamed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  add_actions (widget_class);
}

static void
wijk_sidebar_init (WijkSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Of a packet's plan, where remarks are collected, the input alone. */
static gboolean
is_packet (WijkSidebar *self)
{
  return wijk_document_get_packet_sessions (self->document) != NULL;
}

static GListModel *
make_shown (WijkSidebar *self)
{
  GListModel *all = g_object_ref (G_LIST_MODEL (self->model));

  return is_packet (self) ? G_LIST_MODEL (gtk_slice_list_model_new (all, WIJK_PANE_INPUT, 1)) : all;
}

void
wijk_sidebar_set_document (WijkSidebar *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_SIDEBAR (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->model = wijk_sidebar_model_new (document);
  self->selection = gtk_single_selection_new (make_shown (self));
  gtk_single_selection_set_autoselect (self->selection, TRUE);
  g_signal_connect_object (
      self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model,
                           "items-changed",
                           G_CALLBACK (items_changed_cb),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

gboolean
wijk_sidebar_select (WijkSidebar *self, WijkPane pane, WijkSection *section)
{
  guint position = pane;

  g_return_val_if_fail (WIJK_IS_SIDEBAR (self), FALSE);

  if (is_packet (self))
    position = pane == WIJK_PANE_INPUT ? 0 : G_MAXUINT;
  else if (pane == WIJK_PANE_SECTION)
    {
      wijk_sidebar_model_update (self->model);
      position = wijk_sidebar_model_find_section (self->model, section);
    }
  if (position == G_MAXUINT)
    return FALSE;

  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_SELECT, NULL);

  return TRUE;
}

void
wijk_sidebar_go (WijkSidebar *self, int by)
{
  int position, n_items;

  g_return_if_fail (WIJK_IS_SIDEBAR (self));

  position = (int) gtk_single_selection_get_selected (self->selection);
  n_items = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (position < WIJK_N_PANES)
    position = by > 0 ? WIJK_N_PANES : n_items - 1;
  else
    position += by;
  if (position >= WIJK_N_PANES && position < n_items)
    gtk_list_view_scroll_to (self->list, (guint) position, GTK_LIST_SCROLL_SELECT, NULL);
}

void
wijk_sidebar_add_section (WijkSidebar *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (WIJK_IS_SIDEBAR (self));

  g_free (self->awaited);
  self->awaited =
      wijk_section_add (self->document, get_selected_section (self), _ ("New chapter"), &error);
  tell_failure (self, error);
}
