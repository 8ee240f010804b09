/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-packet-merge.h"

#include "wijk-application.h"
#include "wijk-library-window.h"
#include "wijk-packet-report.h"
#include "wijk-packet-taker.h"
#include "wijk-plan-window.h"

/* Several packets on their way in. */
typedef struct
{
  WijkWorkplace *workplace;
  GPtrArray *files;
  GPtrArray *results;
} Merging;

static void
merging_free (Merging *merging)
{
  wijk_workplace_unref (merging->workplace);
  g_ptr_array_unref (merging->files);
  g_clear_pointer (&merging->results, g_ptr_array_unref);
  g_free (merging);
}

/* ---- windows ---- */

static WijkPlanWindow *
find_window (const char *plan_id)
{
  GtkApplication *application = GTK_APPLICATION (wijk_application_get_default ());

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (WIJK_IS_PLAN_WINDOW (l->data) &&
        g_strcmp0 (wijk_plan_window_get_plan_id (l->data), plan_id) == 0)
      return l->data;

  return NULL;
}

/* A report that waits for the window of its plan. */
typedef struct
{
  char *plan_id;
  GPtrArray *results;
} Pending;

static void
pending_free (Pending *pending)
{
  g_free (pending->plan_id);
  g_ptr_array_unref (pending->results);
  g_free (pending);
}

static gboolean
show_pending_cb (gpointer user_data)
{
  const Pending *pending = user_data;
  WijkPlanWindow *window = find_window (pending->plan_id);

  if (window != NULL)
    wijk_packet_report_show (
        GTK_WIDGET (window), wijk_plan_window_get_document (window), pending->results);

  return G_SOURCE_REMOVE;
}

/* The window has no plan yet while it is being added. */
static void
window_added_cb (GtkApplication *application, GtkWindow *window, Pending *pending)
{
  Pending *copy;

  if (!WIJK_IS_PLAN_WINDOW (window))
    return;
  copy = g_new0 (Pending, 1);
  copy->plan_id = g_strdup (pending->plan_id);
  copy->results = g_ptr_array_ref (pending->results);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_pending_cb, copy, (GDestroyNotify) pending_free);
  g_signal_handlers_disconnect_by_func (application, window_added_cb, pending);
}

static void
show_in_plan (const char *plan_id, GPtrArray *results)
{
  WijkApplication *application = wijk_application_get_default ();
  WijkPlanWindow *window = find_window (plan_id);
  Pending *pending;

  if (window != NULL)
    {
      WijkDocument *document = wijk_plan_window_get_document (window);

      wijk_document_refresh (document);
      gtk_window_present (GTK_WINDOW (window));
      wijk_packet_report_show (GTK_WIDGET (window), document, results);
      return;
    }
  pending = g_new0 (Pending, 1);
  pending->plan_id = g_strdup (plan_id);
  pending->results = g_ptr_array_ref (results);
  g_signal_connect_data (application,
                         "window-added",
                         G_CALLBACK (window_added_cb),
                         pending,
                         (GClosureNotify) (void (*) (void)) pending_free,
                         0);
  wijk_application_open_plan (application, plan_id);
}

/* Where nothing came in there may be no plan to open. */
static void
show_refused (GPtrArray *results)
{
  GtkApplication *application = GTK_APPLICATION (wijk_application_get_default ());
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window == NULL)
    {
      window = GTK_WINDOW (wijk_library_window_new (WIJK_APPLICATION (application)));
      gtk_window_present (window);
    }
  wijk_packet_report_show (GTK_WIDGET (window),
                           WIJK_IS_PLAN_WINDOW (window)
                               ? wijk_plan_window_get_document (WIJK_PLAN_WINDOW (window))
                               : NULL,
                           results);
}

/* ---- taking them in ---- */

static void
merge_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Merging *merging = data;
  g_autoptr (WijkPacketTaker) taker =
      wijk_packet_taker_new (wijk_workplace_get_context (merging->workplace));

  merging->results = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_packet_result_free);
  for (guint i = 0; i < merging->files->len; i++)
    {
      GFile *file = merging->files->pdata[i];
      WijkPacketResult *result = g_new0 (WijkPacketResult, 1);

      result->name = g_file_get_basename (file);
      wijk_packet_taker_take (taker, file, NULL, NULL, &result->imported, &result->error);
      g_ptr_array_add (merging->results, result);
    }
  g_task_return_boolean (task, TRUE);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WijkApplication *application = wijk_application_get_default ();
  Merging *merging = g_task_get_task_data (G_TASK (result));
  const char *plan_id = NULL;

  for (guint i = 0; i < merging->results->len; i++)
    {
      const WijkPacketResult *one = merging->results->pdata[i];

      if (one->error == NULL)
        plan_id = one->imported.plan_id;
    }
  wijk_application_tell_library_changed (application);
  if (plan_id == NULL)
    show_refused (merging->results);
  else
    show_in_plan (plan_id, merging->results);
  g_application_release (G_APPLICATION (application));
}

/* ---- what is being typed is closed first ---- */

typedef struct
{
  Merging *merging;
  GPtrArray *documents; /* that are open and not settled yet */
} Settling;

static void settle_next (Settling *settling);

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* what cannot be saved is kept and tried again: the packet need not wait for it */
  wijk_document_settle_finish (WIJK_DOCUMENT (source), result, NULL);
  settle_next (user_data);
}

static void
settle_next (Settling *settling)
{
  g_autoptr (GTask) task = NULL;

  if (settling->documents->len > 0)
    {
      g_autoptr (WijkDocument) document =
          g_ptr_array_steal_index (settling->documents, settling->documents->len - 1);

      wijk_document_settle_async (document, NULL, settled_cb, settling);
      return;
    }
  task = g_task_new (NULL, NULL, merged_cb, NULL);
  g_task_set_source_tag (task, settle_next);
  g_task_set_task_data (task, settling->merging, (GDestroyNotify) merging_free);
  g_ptr_array_unref (settling->documents);
  g_free (settling);
  g_task_run_in_thread (task, merge_in_thread);
}

static void
merge (GPtrArray *files)
{
  WijkApplication *application = wijk_application_get_default ();
  Settling *settling = g_new0 (Settling, 1);

  settling->merging = g_new0 (Merging, 1);
  settling->merging->workplace = wijk_application_dup_workplace (application);
  settling->merging->files = g_ptr_array_ref (files);
  settling->documents = g_ptr_array_new_with_free_func (g_object_unref);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (WIJK_IS_PLAN_WINDOW (l->data) &&
        !wijk_document_is_read_only (wijk_plan_window_get_document (l->data)))
      g_ptr_array_add (settling->documents, g_object_ref (wijk_plan_window_get_document (l->data)));
  g_application_hold (G_APPLICATION (application));
  settle_next (settling);
}

void
wijk_packet_merge_open (GFile **files, int n_files)
{
  g_autoptr (GPtrArray) packets = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_files; i++)
    if (wijk_packet_taker_wants (files[i]))
      g_ptr_array_add (packets, g_object_ref (files[i]));
    else
      wijk_application_import (wijk_application_get_default (), files[i]);
  if (packets->len > 0)
    merge (packets);
}

void
wijk_packet_merge_open_list (GListModel *files)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  if (array->len > 0)
    wijk_packet_merge_open ((GFile **) array->pdata, (int) array->len);
}
