/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-report-save.h"

#include <glib/gi18n.h>

#include "wijk-application.h"
#include "wijk-task-report.h"
#include "wijk-version-work.h"

/* Owns its strings; what a thread gets. */
typedef struct
{
  WijkReportChoice choice;
  WijkReportFormat format;
  char *path;
} Order;

typedef struct
{
  GtkWidget *widget;
  WijkDocument *document;
  Order *order;
} Saving;

static Order *
order_new (const WijkReportChoice *choice, WijkReportFormat format)
{
  Order *order = g_new0 (Order, 1);

  order->choice = *choice;
  order->choice.session = g_strdup (choice->session);
  order->choice.ballot = g_strdup (choice->ballot);
  order->format = format;

  return order;
}

static void
order_free (Order *order)
{
  g_free ((char *) order->choice.session);
  g_free ((char *) order->choice.ballot);
  g_free (order->path);
  g_free (order);
}

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_object_unref (saving->document);
  g_clear_pointer (&saving->order, order_free);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
open_cb (GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, NULL, NULL, NULL, NULL);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = wijk_version_work_finish (result, &error);
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_activate_action (saving->widget, "win.toast", "s", error->message);
      return;
    }
  file = g_file_new_for_path (path);
  name = g_path_get_basename (path);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_ ("Saved “%s”"), name);
  wijk_version_toast (saving->widget, text, _ ("_Open"), G_CALLBACK (open_cb), G_OBJECT (file));
}

static char *
make_report (const WijkContext *context,
             const char *plan_id,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const Order *order = data;

  return wijk_task_report (
             context, plan_id, &order->choice, order->format, order->path, cancellable, error)
             ? g_strdup (order->path)
             : NULL;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  GtkWidget *widget = saving->widget;
  WijkDocument *document = saving->document;
  Order *order;

  if (file == NULL)
    return;
  saving->order->path = g_file_get_path (file);
  if (saving->order->path == NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _ ("Choose a folder on this computer"));
      return;
    }
  order = g_steal_pointer (&saving->order);
  wijk_version_work_async (widget,
                           _ ("The report is being made"),
                           document,
                           make_report,
                           order,
                           (GDestroyNotify) order_free,
                           made_cb,
                           g_steal_pointer (&saving));
}

void
wijk_report_save (GtkWidget *widget,
                  WijkDocument *document,
                  const WijkReportChoice *choice,
                  WijkReportFormat format)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (WijkWorkplace) workplace =
      wijk_application_dup_workplace (wijk_application_get_default ());
  g_autofree char *name = wijk_task_name_report (wijk_workplace_get_context (workplace),
                                                 wijk_document_get_plan (document)->title,
                                                 choice,
                                                 format);
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->document = g_object_ref (document);
  saving->order = order_new (choice, format);
  gtk_file_dialog_set_title (dialog, _ ("Save the Report"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, saving);
}
