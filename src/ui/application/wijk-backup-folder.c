/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-backup-folder.h"

#include <glib/gi18n.h>

#include "wijk-application.h"

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GSettings *settings = wijk_application_get_settings (wijk_application_get_default ());
  g_autoptr (GFile) folder =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *uri = NULL;

  if (folder == NULL)
    return;

  uri = g_file_get_uri (folder);
  g_settings_set_string (settings, "backup-folder", uri);
}

void
wijk_backup_folder_choose (GtkWidget *widget)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Folder for Backups"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Choose"));
  gtk_file_dialog_select_folder (
      dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, NULL);
}

char *
wijk_backup_folder_dup_name (GSettings *settings)
{
  g_autofree char *uri = g_settings_get_string (settings, "backup-folder");
  g_autoptr (GFile) folder = NULL;

  if (*uri == '\0')
    return NULL;

  folder = g_file_new_for_uri (uri);

  return g_file_get_parse_name (folder);
}
