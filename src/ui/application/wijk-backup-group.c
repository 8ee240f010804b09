/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-backup-group.h"

#include <glib/gi18n.h>

#include "wijk-backup-folder.h"
#include "wijk-backup.h"
#include "wijk-format.h"

/* A backup older than this is worth a warning. */
#define OLD_MS (G_GINT64_CONSTANT (7) * 24 * 60 * 60 * 1000)

struct _WijkBackupGroup
{
  AdwPreferencesGroup parent_instance;

  WijkBackup *backup;

  AdwActionRow *folder;
  AdwActionRow *newest;
  GtkImage *icon;
  GtkWidget *spinner;
  GtkWidget *run;
};

G_DEFINE_FINAL_TYPE (WijkBackupGroup, wijk_backup_group, ADW_TYPE_PREFERENCES_GROUP)

static GSettings *
get_settings (void)
{
  return wijk_application_get_settings (wijk_application_get_default ());
}

static void
show_newest (WijkBackupGroup *self, gboolean has_folder)
{
  const gboolean is_running = self->backup != NULL && wijk_backup_is_running (self->backup);
  const gint64 time = self->backup != NULL ? wijk_backup_get_last_time (self->backup) : 0;
  const char *error = self->backup != NULL ? wijk_backup_get_error (self->backup) : NULL;
  const gboolean is_old = g_get_real_time () / 1000 - time > OLD_MS;
  g_autofree char *moment = wijk_ui_format_moment (time);

  if (error != NULL)
    adw_action_row_set_subtitle (self->newest, error);
  else if (time > 0)
    adw_action_row_set_subtitle (self->newest, moment);
  else
    adw_action_row_set_subtitle (self->newest, _ ("None yet"));
  gtk_image_set_from_icon_name (self->icon,
                                error != NULL || (has_folder && is_old)
                                    ? "dialog-warning-symbolic"
                                    : "wijk-status-complete-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->icon), error != NULL || time > 0);
  gtk_widget_set_visible (self->spinner, is_running);
  gtk_widget_set_sensitive (self->run, has_folder && !is_running && self->backup != NULL);
}

static void
show (WijkBackupGroup *self)
{
  g_autofree char *name = wijk_backup_folder_dup_name (get_settings ());

  adw_action_row_set_subtitle (self->folder,
                               name != NULL ? name : _ ("None chosen: no backups are made"));
  show_newest (self, name != NULL);
}

static void
choose_cb (WijkBackupGroup *self)
{
  wijk_backup_folder_choose (GTK_WIDGET (self));
}

static void
run_cb (WijkBackupGroup *self)
{
  wijk_backup_run (self->backup);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    wijk_application_import (wijk_application_get_default (), file);
}

static void
restore_cb (WijkBackupGroup *self)
{
  WijkApplication *application = wijk_application_get_default ();
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *path = wijk_application_dup_backup_folder (application);

  gtk_file_filter_set_name (filter, _ ("Backups"));
  gtk_file_filter_add_suffix (filter, "wijkplan");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Open a Backup"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  if (path != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (path);

      gtk_file_dialog_set_initial_folder (dialog, folder);
    }
  gtk_file_dialog_open (
      dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb, NULL);
}

static void
wijk_backup_group_dispose (GObject *object)
{
  WijkBackupGroup *self = WIJK_BACKUP_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_BACKUP_GROUP);
  g_clear_object (&self->backup);

  G_OBJECT_CLASS (wijk_backup_group_parent_class)->dispose (object);
}

static void
wijk_backup_group_class_init (WijkBackupGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_backup_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-backup-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkBackupGroup, folder);
  gtk_widget_class_bind_template_child (widget_class, WijkBackupGroup, newest);
  gtk_widget_class_bind_template_child (widget_class, WijkBackupGroup, icon);
  gtk_widget_class_bind_template_child (widget_class, WijkBackupGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, WijkBackupGroup, run);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, run_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
wijk_backup_group_init (WijkBackupGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->folder), FALSE);
}

void
wijk_backup_group_set_document (WijkBackupGroup *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_BACKUP_GROUP (self));

  g_set_object (&self->backup, wijk_backup_find (document));
  if (self->backup != NULL)
    {
      g_signal_connect_object (self->backup, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (
      get_settings (), "changed::backup-folder", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
