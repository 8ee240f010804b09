/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-elsewhere.h"

#include <glib/gi18n.h>

typedef struct
{
  char *path;
  char *copy;
} Copying;

static void
copying_free (Copying *copying)
{
  g_free (copying->path);
  g_free (copying->copy);
  g_free (copying);
}

/* A folder of its own for each file: two may have one name. */
static char *
dup_copy_path (const char *path, const char *name)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *called =
      g_str_has_suffix (base, ".pdf") ? g_strdup (base) : g_strconcat (base, ".pdf", NULL);

  digest[16] = '\0';
  return g_build_filename (g_get_user_cache_dir (), "wijkplan", "opened", digest, called, NULL);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copying *copying = data;
  g_autoptr (GFile) from = g_file_new_for_path (copying->path);
  g_autoptr (GFile) to = g_file_new_for_path (copying->copy);
  g_autofree char *folder = g_path_get_dirname (copying->copy);
  GError *error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  gtk_widget_activate_action (
      widget, "win.toast", "s", _ ("No other program on this computer can open it"));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  Copying *copying = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;
  g_autoptr (GFile) file = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      gtk_widget_activate_action (widget, "win.toast", "s", error->message);
      return;
    }

  file = g_file_new_for_path (copying->copy);
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher,
                            GTK_WINDOW (gtk_widget_get_root (widget)),
                            NULL,
                            launched_cb,
                            g_object_ref (widget));
}

void
wijk_pdf_open_elsewhere (GtkWidget *widget, const char *path, const char *name)
{
  g_autoptr (GTask) task = NULL;
  Copying *copying;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (path != NULL && name != NULL);

  copying = g_new0 (Copying, 1);
  copying->path = g_strdup (path);
  copying->copy = dup_copy_path (path, name);

  task = g_task_new (NULL, NULL, copied_cb, g_object_ref (widget));
  g_task_set_source_tag (task, wijk_pdf_open_elsewhere);
  g_task_set_task_data (task, copying, (GDestroyNotify) copying_free);
  g_task_run_in_thread (task, copy_in_thread);
}
