/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-theme-picker.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-theme-look.h"
#include "wijk-theme-mark.h"

#define COLUMNS 7
#define MARK 24

struct _WijkThemePicker
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkTheme *theme;
  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (WijkThemePicker, wijk_theme_picker, GTK_TYPE_WIDGET)

static void
choose (WijkThemePicker *self, const char *key, const char *step, const char *value)
{
  g_autoptr (GError) error = NULL;

  gtk_menu_button_popdown (self->button);
  if (!wijk_document_set (self->document, step, WIJK_RECORD (self->theme), key, value, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
colour_cb (WijkThemePicker *self, GtkWidget *button)
{
  choose (self,
          "colour",
          _ ("Change the colour of a theme"),
          g_object_get_data (G_OBJECT (button), "value"));
}

static void
icon_cb (WijkThemePicker *self, GtkWidget *button)
{
  choose (self,
          "icon",
          _ ("Change the icon of a theme"),
          g_object_get_data (G_OBJECT (button), "value"));
}

static GtkWidget *
make_button (
    WijkThemePicker *self, GtkWidget *child, const char *name, const char *value, gboolean chosen)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: read aloud; %s is a colour or an icon */
  g_autofree char *label = chosen ? g_strdup_printf (_ ("%s, chosen"), name) : g_strdup (name);

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  if (chosen)
    gtk_widget_add_css_class (button, "chosen");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "value", (gpointer) value);

  return button;
}

static GtkWidget *
make_colours (WijkThemePicker *self)
{
  GtkWidget *grid = gtk_grid_new ();

  for (int i = 0; wijk_theme_colours[i].colour != NULL; i++)
    {
      const WijkThemeColour *colour = &wijk_theme_colours[i];
      GtkWidget *mark = wijk_theme_mark_new (MARK);
      gboolean chosen = g_strcmp0 (colour->colour, self->theme->colour) == 0;
      GtkWidget *button = make_button (self, mark, _ (colour->name), colour->colour, chosen);

      wijk_theme_mark_set_look (
          WIJK_THEME_MARK (mark), colour->colour, chosen ? "object-select-symbolic" : NULL);
      g_signal_connect_object (button, "clicked", G_CALLBACK (colour_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), button, i % COLUMNS, i / COLUMNS, 1, 1);
    }

  return grid;
}

static GtkWidget *
make_icons (WijkThemePicker *self)
{
  GtkWidget *grid = gtk_grid_new ();

  for (int i = 0; wijk_theme_icons[i].icon != NULL; i++)
    {
      const WijkThemeIcon *icon = &wijk_theme_icons[i];
      gboolean chosen = g_str_equal (icon->icon, wijk_theme_get_icon (self->theme));
      GtkWidget *button = make_button (
          self, gtk_image_new_from_icon_name (icon->icon), _ (icon->name), icon->icon, chosen);

      g_signal_connect_object (button, "clicked", G_CALLBACK (icon_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), button, i % COLUMNS, i / COLUMNS, 1, 1);
    }

  return grid;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  WijkThemePicker *self = WIJK_THEME_PICKER (user_data);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), make_heading (_ ("Colour")));
  gtk_box_append (GTK_BOX (box), make_colours (self));
  gtk_box_append (GTK_BOX (box), make_heading (_ ("Icon")));
  gtk_box_append (GTK_BOX (box), make_icons (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "theme-looks");
  gtk_menu_button_set_popover (button, popover);
}

static gboolean
wijk_theme_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WIJK_THEME_PICKER (widget)->button));
}

static void
wijk_theme_picker_dispose (GObject *object)
{
  WijkThemePicker *self = WIJK_THEME_PICKER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->theme);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_theme_picker_parent_class)->dispose (object);
}

static void
wijk_theme_picker_class_init (WijkThemePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_theme_picker_dispose;
  widget_class->grab_focus = wijk_theme_picker_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_theme_picker_init (WijkThemePicker *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "circular");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Colour and icon"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

GtkWidget *
wijk_theme_picker_new (WijkDocument *document, WijkTheme *theme)
{
  WijkThemePicker *self = g_object_new (WIJK_TYPE_THEME_PICKER, NULL);
  GtkWidget *mark = wijk_theme_mark_new (MARK);

  self->document = g_object_ref (document);
  self->theme = g_object_ref (theme);
  wijk_theme_mark_set_theme (WIJK_THEME_MARK (mark), theme);
  gtk_menu_button_set_child (self->button, mark);
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);

  return GTK_WIDGET (self);
}
