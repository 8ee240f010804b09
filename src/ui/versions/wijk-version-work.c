/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-version-work.h"

#include <glib/gi18n.h>

#include "wijk-application.h"
#include "wijk-progress.h"

#define PROGRESS_MS 300
#define STEP_MS 100

/* What the thread gets. */
typedef struct
{
  WijkWorkplace *workplace;
  WijkProgress *progress;
  char *plan_id;
  WijkVersionWork work;
  gpointer data;
  GDestroyNotify destroy;
} Order;

/* What stays in the window. */
typedef struct
{
  GtkWidget *widget;
  char *heading;
  Order *order;
  WijkProgress *progress;
  AdwDialog *dialog;
  GtkProgressBar *bar; /* in the dialog */
  guint timeout;
  GTask *task; /* of the caller */
} Run;

static void
order_free (Order *order)
{
  wijk_workplace_unref (order->workplace);
  g_object_unref (order->progress);
  g_free (order->plan_id);
  if (order->destroy != NULL)
    order->destroy (order->data);
  g_free (order);
}

static void
run_free (Run *run)
{
  g_clear_handle_id (&run->timeout, g_source_remove);
  if (run->dialog != NULL)
    adw_dialog_force_close (run->dialog);
  g_clear_object (&run->dialog);
  g_clear_object (&run->progress);
  g_clear_pointer (&run->order, order_free);
  g_clear_object (&run->widget);
  g_object_unref (run->task);
  g_free (run->heading);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
response_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* Work that does not tell how far it is moves all the same. */
static gboolean
step_cb (gpointer user_data)
{
  Run *run = user_data;
  const double fraction = wijk_progress_get_fraction (run->progress);

  if (fraction > 0)
    gtk_progress_bar_set_fraction (run->bar, fraction);
  else
    gtk_progress_bar_pulse (run->bar);

  return G_SOURCE_CONTINUE;
}

static GtkWidget *
new_progress (Run *run)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (run->heading);

  run->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (run->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, run->heading, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (run->bar));

  return box;
}

static gboolean
progress_cb (gpointer user_data)
{
  Run *run = user_data;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, NULL));

  run->dialog = g_object_ref_sink (ADW_DIALOG (dialog));
  adw_alert_dialog_set_extra_child (dialog, new_progress (run));
  adw_alert_dialog_add_response (dialog, "stop", _ ("_Stop"));
  adw_alert_dialog_set_close_response (dialog, "stop");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, run->heading, -1);
  g_signal_connect_object (dialog,
                           "response::stop",
                           G_CALLBACK (response_cb),
                           g_task_get_cancellable (run->task),
                           G_CONNECT_SWAPPED);
  adw_dialog_present (run->dialog, run->widget);
  run->timeout = g_timeout_add (STEP_MS, step_cb, run);

  return G_SOURCE_REMOVE;
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  WijkContext context = *wijk_workplace_get_context (order->workplace);
  GError *error = NULL;
  char *made;

  context.progress = order->progress;
  made = order->work (&context, order->plan_id, order->data, cancellable, &error);

  if (made != NULL)
    g_task_return_pointer (task, made, g_free);
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GTask) task = g_object_ref (run->task);
  GError *error = NULL;
  char *made = g_task_propagate_pointer (G_TASK (result), &error);

  /* the dialog goes before whatever the caller shows */
  g_clear_pointer (&run, run_free);
  if (made != NULL)
    g_task_return_pointer (task, made, g_free);
  else
    g_task_return_error (task, error);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  if (!wijk_document_settle_finish (WIJK_DOCUMENT (source), result, &error))
    {
      g_task_return_error (run->task, error);
      return;
    }

  task = g_task_new (NULL, g_task_get_cancellable (run->task), worked_cb, run);
  g_task_set_source_tag (task, wijk_version_work_async);
  g_task_set_check_cancellable (task, FALSE); /* what was made in time counts */
  g_task_set_task_data (task, g_steal_pointer (&run->order), (GDestroyNotify) order_free);
  g_steal_pointer (&run);
  g_task_run_in_thread (task, work_in_thread);
}

void
wijk_version_work_async (GtkWidget *widget,
                         const char *heading,
                         WijkDocument *document,
                         WijkVersionWork work,
                         gpointer data,
                         GDestroyNotify destroy,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Order *order = g_new0 (Order, 1);
  Run *run = g_new0 (Run, 1);

  order->workplace = wijk_application_dup_workplace (wijk_application_get_default ());
  order->progress = wijk_progress_new ();
  order->plan_id = wijk_version_dup_plan_id (document);
  order->work = work;
  order->data = data;
  order->destroy = destroy;

  g_set_object (&run->widget, widget);
  run->heading = g_strdup (heading);
  run->order = order;
  run->progress = g_object_ref (order->progress);
  run->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (run->task, wijk_version_work_async);
  g_task_set_check_cancellable (run->task, FALSE);
  if (widget != NULL)
    run->timeout = g_timeout_add (PROGRESS_MS, progress_cb, run);
  wijk_document_end_typing (document);
  wijk_document_settle_async (document, cancellable, settled_cb, run);
}

char *
wijk_version_work_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
wijk_version_toast (
    GtkWidget *widget, const char *text, const char *button, GCallback clicked, GObject *data)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      if (data != NULL)
        g_object_set_data_full (G_OBJECT (toast), "data", g_object_ref (data), g_object_unref);
      g_signal_connect_object (
          toast, "button-clicked", clicked, data, data != NULL ? G_CONNECT_SWAPPED : 0);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

char *
wijk_version_dup_plan_id (WijkDocument *document)
{
  return g_path_get_basename (wijk_document_get_folder (document));
}
