/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-version-row.h"

#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-label.h"

struct _WijkVersionRow
{
  AdwActionRow parent_instance;

  WijkVersion *version;
  GtkWidget *number;
  GtkWidget *icon;
  GtkWidget *status;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (WijkVersionRow, wijk_version_row, ADW_TYPE_ACTION_ROW)

static const char *
get_icon (WijkVersionStatus status)
{
  switch (status)
    {
    case WIJK_VERSION_INSPECTION:
      return "wijk-public-symbolic";
    case WIJK_VERSION_ADOPTED:
      return "wijk-status-complete-symbolic";
    case WIJK_VERSION_UNSET:
    case WIJK_VERSION_DRAFT:
    default:
      return "wijk-status-quarter-symbolic";
    }
}

static void
append_item (GMenu *menu, const char *label, const char *action, guint number)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", number);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_menu (WijkVersion *version)
{
  GMenu *menu = g_menu_new ();
  const guint number = (guint) version->number;

  append_item (menu, _ ("Open in _Another Program"), "versions.open-elsewhere", number);
  append_item (menu, _ ("_Export Bundle…"), "versions.export", number);
  if (version->summary != NULL)
    append_item (menu, _ ("_Copy What Changed"), "versions.copy-summary", number);

  return G_MENU_MODEL (menu);
}

static char *
describe (WijkVersion *version)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = wijk_ui_format_date (version->date);

  g_string_append (text, date);
  if (version->author != NULL)
    g_string_append_printf (text, " · %s", version->author);
  if (version->reason != NULL)
    g_string_append_printf (text, "\n%s", version->reason);
  if (version->summary != NULL)
    g_string_append_printf (text, "\n%s", version->summary);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_version (WijkVersionRow *self)
{
  WijkVersion *version = self->version;
  g_autofree char *number = g_strdup_printf ("%u", (guint) version->number);
  g_autofree char *about = describe (version);
  /* Translators: %s is the number of a version */
  g_autofree char *name = g_strdup_printf (_ ("Version %s"), number);
  g_autoptr (GMenuModel) menu = new_menu (version);
  const char *label = version->label != NULL ? version->label : name;

  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), about);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), get_icon (version->status));
  gtk_label_set_label (GTK_LABEL (self->status), wijk_label_for_version_status (version->status));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "u", (guint) version->number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "versions.read");
}

static void
wijk_version_row_finalize (GObject *object)
{
  g_clear_object (&WIJK_VERSION_ROW (object)->version);

  G_OBJECT_CLASS (wijk_version_row_parent_class)->finalize (object);
}

static void
wijk_version_row_class_init (WijkVersionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_version_row_finalize;
}

static void
wijk_version_row_init (WijkVersionRow *self)
{
  AdwActionRow *row = ADW_ACTION_ROW (self);
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "version-number");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_set_valign (self->number, GTK_ALIGN_CENTER);

  self->icon = gtk_image_new ();
  self->status = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (pill), self->icon);
  gtk_box_append (GTK_BOX (pill), self->status);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pill, "pill-label");

  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->menu, _ ("More of this version"));
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu, "flat");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (row, 2);
  adw_action_row_set_subtitle_lines (row, 6);
  adw_action_row_add_prefix (row, self->number);
  adw_action_row_add_suffix (row, pill);
  adw_action_row_add_suffix (row, self->menu);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

GtkWidget *
wijk_version_row_new (WijkVersion *version)
{
  WijkVersionRow *self = g_object_new (WIJK_TYPE_VERSION_ROW, NULL);

  self->version = g_object_ref (version);
  g_signal_connect_object (version, "notify", G_CALLBACK (show_version), self, G_CONNECT_SWAPPED);
  show_version (self);

  return GTK_WIDGET (self);
}

WijkVersion *
wijk_version_row_get_version (WijkVersionRow *self)
{
  g_return_val_if_fail (WIJK_IS_VERSION_ROW (self), NULL);

  return self->version;
}
