/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-version-export.h"

#include <glib/gi18n.h>

#include "wijk-version-work.h"

typedef struct
{
  GtkWidget *widget;
  WijkDocument *document;
  guint version; /* 0: internal */
  char *path;    /* of the folder, or of the draft */
} Giving;

static Giving *
giving_new (GtkWidget *widget, WijkDocument *document, guint version)
{
  Giving *giving = g_new0 (Giving, 1);

  giving->widget = g_object_ref (widget);
  giving->document = g_object_ref (document);
  giving->version = version;

  return giving;
}

static void
giving_free (Giving *giving)
{
  g_object_unref (giving->widget);
  g_object_unref (giving->document);
  g_free (giving->path);
  g_free (giving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Giving, giving_free)

/* What a thread gets: no widget. */
typedef struct
{
  guint version;
  char *path;
} Target;

static Target *
target_new (const Giving *giving)
{
  Target *target = g_new0 (Target, 1);

  target->version = giving->version;
  target->path = g_strdup (giving->path);

  return target;
}

static void
target_free (Target *target)
{
  g_free (target->path);
  g_free (target);
}

static void
say_failed (Giving *giving, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (giving->widget, "win.toast", "s", error->message);
}

/* A portal's folder has no path where it is not a folder of this computer. */
static char *
dup_path (Giving *giving, GFile *file)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    gtk_widget_activate_action (
        giving->widget, "win.toast", "s", _ ("Choose a folder on this computer"));

  return path;
}

/* ---- bundles ---- */

static void
show_folder_cb (GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, NULL, NULL, NULL, NULL);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Giving) giving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = wijk_version_work_finish (result, &error);
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      say_failed (giving, error);
      return;
    }

  file = g_file_new_for_path (path);
  name = g_path_get_basename (path);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_ ("Exported “%s”"), name);
  wijk_version_toast (
      giving->widget, text, _ ("_Show"), G_CALLBACK (show_folder_cb), G_OBJECT (file));
}

static char *
export_bundle (const WijkContext *context,
               const char *plan_id,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  const Target *target = data;

  return wijk_task_export (
      context, plan_id, target->version, target->version == 0, target->path, cancellable, error);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Giving) giving = user_data;
  g_autoptr (GFile) folder =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  Target *target;
  GtkWidget *widget;
  WijkDocument *document;

  if (folder == NULL)
    return;
  giving->path = dup_path (giving, folder);
  if (giving->path == NULL)
    return;

  target = target_new (giving);
  widget = giving->widget;
  document = giving->document;
  wijk_version_work_async (widget,
                           _ ("The bundle is being made"),
                           document,
                           export_bundle,
                           target,
                           (GDestroyNotify) target_free,
                           exported_cb,
                           g_steal_pointer (&giving));
}

void
wijk_version_export (GtkWidget *widget, WijkDocument *document, guint version)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (WIJK_IS_DOCUMENT (document));

  gtk_file_dialog_set_title (dialog, _ ("Folder for the Bundle"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export Here"));
  gtk_file_dialog_select_folder (dialog,
                                 GTK_WINDOW (gtk_widget_get_root (widget)),
                                 NULL,
                                 folder_chosen_cb,
                                 giving_new (widget, document, version));
}

/* ---- draft ---- */

static void
open_draft_cb (GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, NULL, NULL, NULL, NULL);
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Giving) giving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = wijk_version_work_finish (result, &error);
  g_autoptr (GFile) file = NULL;

  if (path == NULL)
    {
      say_failed (giving, error);
      return;
    }

  file = g_file_new_for_path (path);
  wijk_version_toast (giving->widget,
                      _ ("The draft PDF was saved"),
                      _ ("_Open"),
                      G_CALLBACK (open_draft_cb),
                      G_OBJECT (file));
}

static char *
make_draft (const WijkContext *context,
            const char *plan_id,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  const Target *target = data;

  return wijk_task_draft (context, plan_id, target->path, cancellable, error)
             ? g_strdup (target->path)
             : NULL;
}

static void
draft_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Giving) giving = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  Target *target;
  GtkWidget *widget;
  WijkDocument *document;

  if (file == NULL)
    return;
  giving->path = dup_path (giving, file);
  if (giving->path == NULL)
    return;

  target = target_new (giving);
  widget = giving->widget;
  document = giving->document;
  wijk_version_work_async (widget,
                           _ ("The PDF is being made"),
                           document,
                           make_draft,
                           target,
                           (GDestroyNotify) target_free,
                           drafted_cb,
                           g_steal_pointer (&giving));
}

void
wijk_version_save_draft (GtkWidget *widget, WijkDocument *document)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (WIJK_IS_DOCUMENT (document));

  /* Translators: the name of a file; %s is the title of the plan */
  name = g_strdup_printf (_ ("%s, draft.pdf"), wijk_document_get_plan (document)->title);
  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _ ("Save a Draft PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog,
                        GTK_WINDOW (gtk_widget_get_root (widget)),
                        NULL,
                        draft_chosen_cb,
                        giving_new (widget, document, 0));
}
