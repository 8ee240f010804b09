/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-theme-row.h"

#include <glib/gi18n.h>

#include "wijk-field-binding.h"
#include "wijk-theme-picker.h"

#define INDENT 30

struct _WijkThemeRow
{
  GtkListBoxRow parent_instance;

  WijkDocument *document;
  WijkTheme *theme;
  guint depth;

  GtkWidget *name;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (WijkThemeRow, wijk_theme_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  SHOW_REMARKS,
  DELETE,
  N_SIGNALS,
} WijkThemeRowSignal;

static guint signals[N_SIGNALS];

static const char *const drop_classes[] = { "drop-before", "drop-into", "drop-after" };

/* ---- moving ---- */

static void
tell_failure (WijkThemeRow *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const moves[] = { "up", "down", "in", "out" };
  WijkThemeRow *self = WIJK_THEME_ROW (widget);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (g_variant_get_string (parameter, NULL), moves[i]))
      wijk_theme_move (self->document, self->theme, i, &error);
  tell_failure (self, error);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SHOW_REMARKS], 0);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[DELETE], 0);
}

/* ---- dragging ---- */

static GdkContentProvider *
drag_prepare_cb (WijkThemeRow *self)
{
  return gdk_content_provider_new_typed (WIJK_TYPE_THEME, self->theme);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, WijkThemeRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static WijkThemePlace
get_drop_place (WijkThemeRow *self, double y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (y < height * 0.3)
    return WIJK_THEME_BEFORE;

  return y < height * 0.7 ? WIJK_THEME_INTO : WIJK_THEME_BEHIND;
}

static void
mark_drop (WijkThemeRow *self, int place)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (drop_classes); i++)
    if (i == place)
      gtk_widget_add_css_class (GTK_WIDGET (self), drop_classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), drop_classes[i]);
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, WijkThemeRow *self)
{
  mark_drop (self, (int) get_drop_place (self, y));

  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (GtkDropTarget *target, WijkThemeRow *self)
{
  mark_drop (self, -1);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, WijkThemeRow *self)
{
  g_autoptr (GError) error = NULL;

  mark_drop (self, -1);
  wijk_theme_put (self->document,
                  WIJK_THEME (g_value_get_object (value)),
                  self->theme,
                  get_drop_place (self, y),
                  &error);
  tell_failure (self, error);

  return error == NULL;
}

static void
add_dragging (WijkThemeRow *self, GtkWidget *handle)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (WIJK_TYPE_THEME, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (
      source, "prepare", G_CALLBACK (drag_prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "motion", G_CALLBACK (drop_motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- GObject ---- */

static gboolean
wijk_theme_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WIJK_THEME_ROW (widget)->name);
}

static void
wijk_theme_row_finalize (GObject *object)
{
  WijkThemeRow *self = WIJK_THEME_ROW (object);

  g_clear_object (&self->theme);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_theme_row_parent_class)->finalize (object);
}

static void
wijk_theme_row_class_init (WijkThemeRowClass *klass)
{
  static const struct
  {
    guint key;
    const char *move;
  } moves[] = {
    { GDK_KEY_Up, "up" }, { GDK_KEY_Down, "down" }, { GDK_KEY_Right, "in" }, { GDK_KEY_Left, "out" }
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wijk_theme_row_finalize;
  widget_class->grab_focus = wijk_theme_row_grab_focus;

  signals[SHOW_REMARKS] = g_signal_new (
      "show-remarks", WIJK_TYPE_THEME_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DELETE] = g_signal_new (
      "delete", WIJK_TYPE_THEME_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "theme.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "theme.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "theme.delete", NULL, delete_action);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding_action (
        widget_class, moves[i].key, GDK_ALT_MASK, "theme.move", "s", moves[i].move);
}

static void
wijk_theme_row_init (WijkThemeRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static GMenuModel *
make_menu (void)
{
  static const struct
  {
    const char *label;
    const char *move;
  } moves[] = { { N_ ("Move _Up"), "up" },
                { N_ ("Move _Down"), "down" },
                { N_ ("Put _Below the One Above"), "in" },
                { N_ ("_Take Out"), "out" } };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (moves[i].label), NULL);

      g_menu_item_set_action_and_target (item, "theme.move", "s", moves[i].move);
      g_menu_append_item (places, item);
    }
  g_menu_append (menu, _ ("_Show Remarks"), "theme.show");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append (last, _ ("Dele_te"), "theme.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_menu_button (WijkThemeRow *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: %s is the name of a theme */
  g_autofree char *tooltip = g_strdup_printf (_ ("More for “%s”"), self->theme->name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
add_name (WijkThemeRow *self, GtkBox *box)
{
  self->name = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->name), FALSE);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name), 8);
  gtk_widget_add_css_class (self->name, "theme-name");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the theme"), -1);
  wijk_field_bind (
      self->document, self->name, WIJK_RECORD (self->theme), "name", _ ("Rename a theme"));
  gtk_box_append (box, self->name);
}

GtkWidget *
wijk_theme_row_new (WijkDocument *document, WijkTheme *theme, guint depth)
{
  WijkThemeRow *self = g_object_new (WIJK_TYPE_THEME_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gboolean may_write = !wijk_document_is_read_only (document);
  GtkWidget *picker = wijk_theme_picker_new (document, theme);

  self->document = g_object_ref (document);
  self->theme = g_object_ref (theme);
  self->depth = depth;
  gtk_widget_set_margin_start (box, (int) depth * INDENT);
  gtk_widget_add_css_class (handle, "dimmed");
  gtk_widget_set_visible (handle, may_write);
  gtk_widget_set_sensitive (picker, may_write);
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), picker);
  add_name (self, GTK_BOX (box));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  if (may_write)
    {
      gtk_box_append (GTK_BOX (box), make_menu_button (self));
      add_dragging (self, handle);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  return GTK_WIDGET (self);
}

WijkTheme *
wijk_theme_row_get_theme (WijkThemeRow *self)
{
  g_return_val_if_fail (WIJK_IS_THEME_ROW (self), NULL);

  return self->theme;
}

guint
wijk_theme_row_get_depth (WijkThemeRow *self)
{
  g_return_val_if_fail (WIJK_IS_THEME_ROW (self), 0);

  return self->depth;
}

void
wijk_theme_row_set_count (WijkThemeRow *self, const WijkRemarkCount *count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (WIJK_IS_THEME_ROW (self));

  text = wijk_remark_count_describe (count);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), text);
}
