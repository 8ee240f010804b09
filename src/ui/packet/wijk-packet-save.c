/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-packet-save.h"

#include <glib/gi18n.h>

#include "wijk-application.h"
#include "wijk-message.h"
#include "wijk-packet-make.h"

/* What goes into a thread and comes back; the widget stays where it is. */
typedef struct
{
  WijkWorkplace *workplace;
  char *plan_id;
  char *session;
  GBytes *bytes;
  char *name;
  char *path;
} Saving;

static void
saving_free (Saving *saving)
{
  wijk_workplace_unref (saving->workplace);
  g_free (saving->plan_id);
  g_free (saving->session);
  g_clear_pointer (&saving->bytes, g_bytes_unref);
  g_free (saving->name);
  g_free (saving->path);
  g_free (saving);
}

static void
tell_failure (GtkWidget *widget, const GError *error)
{
  wijk_message_show (widget, _ ("The packet was not made"), error->message);
}

/* Hands @saving to @work; @done gets it as the task's data. */
static void
run (GtkWidget *widget, Saving *saving, GTaskThreadFunc work, GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done, g_object_ref (widget));

  g_task_set_source_tag (task, wijk_packet_save);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, work);
}

/* The same values for another thread. */
static Saving *
saving_copy (const Saving *saving, const char *path)
{
  Saving *copy = g_new0 (Saving, 1);

  copy->workplace = wijk_workplace_ref (saving->workplace);
  copy->plan_id = g_strdup (saving->plan_id);
  copy->bytes = g_bytes_ref (saving->bytes);
  copy->name = g_strdup (saving->name);
  copy->path = g_strdup (path);

  return copy;
}

/* ---- writing it ---- */

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (wijk_task_save_packet (wijk_workplace_get_context (saving->workplace),
                             saving->plan_id,
                             saving->bytes,
                             saving->path,
                             &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (saving->path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      tell_failure (widget, error);
      return;
    }
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_ ("Packet saved as “%s”"), name);
  gtk_widget_activate_action (widget, "win.toast", "s", text);
}

/* ---- where to put it ---- */

typedef struct
{
  GtkWidget *widget;
  GTask *made; /* whose data is the packet */
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->widget);
  g_object_unref (asking->made);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (file == NULL)
    return;
  if (path == NULL)
    {
      gtk_widget_activate_action (
          asking->widget, "win.toast", "s", _ ("Choose a folder on this computer"));
      return;
    }
  run (asking->widget,
       saving_copy (g_task_get_task_data (asking->made), path),
       write_in_thread,
       written_cb);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  saving->bytes = wijk_task_make_packet (wijk_workplace_get_context (saving->workplace),
                                         saving->plan_id,
                                         saving->session,
                                         NULL,
                                         &saving->name,
                                         &error);
  if (saving->bytes != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GError) error = NULL;
  Asking *asking;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      tell_failure (widget, error);
      return;
    }
  asking = g_new0 (Asking, 1);
  asking->widget = g_object_ref (widget);
  asking->made = g_object_ref (G_TASK (result));
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Save the Packet"));
  gtk_file_dialog_set_initial_name (dialog, saving->name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, asking);
}

/* ---- making it ---- */

typedef struct
{
  GtkWidget *widget;
  Saving *saving;
} Waiting;

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Waiting *waiting = user_data;
  g_autoptr (GtkWidget) widget = waiting->widget;
  g_autoptr (GError) error = NULL;

  if (!wijk_document_settle_finish (WIJK_DOCUMENT (source), result, &error))
    {
      tell_failure (widget, error);
      saving_free (waiting->saving);
      return;
    }
  run (widget, waiting->saving, make_in_thread, made_cb);
}

void
wijk_packet_save (GtkWidget *widget, WijkDocument *document, const char *session)
{
  WijkPlan *plan = wijk_document_get_plan (document);
  Saving *saving;
  Waiting *waiting;

  if (plan == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->workplace = wijk_application_dup_workplace (wijk_application_get_default ());
  saving->plan_id = g_strdup (wijk_record_get_id (WIJK_RECORD (plan)));
  saving->session = g_strdup (session);
  waiting = g_new0 (Waiting, 1);
  waiting->widget = g_object_ref (widget);
  waiting->saving = saving;
  wijk_document_settle_async (document, NULL, settled_cb, waiting);
}
