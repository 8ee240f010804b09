/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-preferences-dialog.h"

#include <glib/gi18n.h>

#include "wijk-backup-folder.h"

struct _WijkPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  WijkApplication *application;

  AdwEntryRow *author;
  AdwComboRow *style;
  AdwActionRow *folder;
  GtkWidget *forget;
};

G_DEFINE_FINAL_TYPE (WijkPreferencesDialog, wijk_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static const char *const styles[] = { "system", "light", "dark" };

static void
author_applied_cb (WijkPreferencesDialog *self)
{
  g_autofree char *author = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->author)));

  g_object_set (self->application, "author", g_strstrip (author), NULL);
}

static void
choose_cb (WijkPreferencesDialog *self)
{
  wijk_backup_folder_choose (GTK_WIDGET (self));
}

static void
forget_cb (WijkPreferencesDialog *self)
{
  g_settings_reset (wijk_application_get_settings (self->application), "backup-folder");
}

static void
show_folder (WijkPreferencesDialog *self)
{
  g_autofree char *name =
      wijk_backup_folder_dup_name (wijk_application_get_settings (self->application));

  adw_action_row_set_subtitle (self->folder,
                               name != NULL ? name : _ ("No folder chosen: no backups are made"));
  gtk_widget_set_visible (self->forget, name != NULL);
}

static gboolean
style_to_selected (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *style = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i], style))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
selected_to_style (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint selected = g_value_get_uint (value);

  return g_variant_new_string (selected < G_N_ELEMENTS (styles) ? styles[selected] : "system");
}

/* A name that was typed but not confirmed is kept as well. */
static void
wijk_preferences_dialog_closed (AdwDialog *dialog)
{
  author_applied_cb (WIJK_PREFERENCES_DIALOG (dialog));
}

static void
wijk_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WIJK_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (wijk_preferences_dialog_parent_class)->dispose (object);
}

static void
wijk_preferences_dialog_class_init (WijkPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_preferences_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = wijk_preferences_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPreferencesDialog, author);
  gtk_widget_class_bind_template_child (widget_class, WijkPreferencesDialog, style);
  gtk_widget_class_bind_template_child (widget_class, WijkPreferencesDialog, folder);
  gtk_widget_class_bind_template_child (widget_class, WijkPreferencesDialog, forget);
  gtk_widget_class_bind_template_callback (widget_class, author_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
wijk_preferences_dialog_init (WijkPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
wijk_preferences_dialog_new (WijkApplication *application)
{
  WijkPreferencesDialog *self = g_object_new (WIJK_TYPE_PREFERENCES_DIALOG, NULL);
  GSettings *settings = wijk_application_get_settings (application);

  self->application = application;
  gtk_editable_set_text (GTK_EDITABLE (self->author), wijk_application_get_author (application));
  g_settings_bind_with_mapping (settings,
                                "style",
                                self->style,
                                "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                style_to_selected,
                                selected_to_style,
                                NULL,
                                NULL);
  g_signal_connect_object (
      settings, "changed::backup-folder", G_CALLBACK (show_folder), self, G_CONNECT_SWAPPED);
  show_folder (self);

  return ADW_DIALOG (self);
}
