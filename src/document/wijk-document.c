/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-document-private.h"
#include "wijk-packet-plan.h"
#include "wijk-plan-files.h"

#define LOOK_EVERY 1000        /* milliseconds */
#define CLOSE_AFTER_IDLE 30    /* seconds without a key */
#define CLOSE_AFTER_TYPING 300 /* seconds of typing in one field */

G_DEFINE_FINAL_TYPE (WijkDocument, wijk_document, G_TYPE_OBJECT)

typedef enum
{
  PROP_SAVED = 1,
  PROP_ERROR,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_N_OWED,
  PROP_N_REMARKS,
  PROP_READ_ONLY,
} WijkDocumentProperty;

static GParamSpec *properties[PROP_READ_ONLY + 1];

typedef enum
{
  SIGNAL_FAILED,
  SIGNAL_UNDONE,
  SIGNAL_VALUE_WANTED,
  N_SIGNALS,
} WijkDocumentSignal;

static guint signals[N_SIGNALS];

/* ---- what shows ---- */

static void
set_string (WijkDocument *self, char **slot, const char *value, guint property)
{
  if (g_set_str (slot, value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
wijk_document_update_saved (WijkDocument *self)
{
  WijkSaved saved = WIJK_SAVED_ALL;

  if (self->error != NULL)
    saved = WIJK_SAVED_FAILED;
  else if (self->typed_record != NULL ||
           (self->writer != NULL && wijk_writer_get_n_pending (self->writer) > 0))
    saved = WIJK_SAVED_PENDING;
  if (self->saved == saved)
    return;
  self->saved = saved;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
}

static void
update_tally (WijkDocument *self)
{
  WijkTally old = self->tally;

  self->tally = wijk_state_tally (self->state);
  if (old.n_remarks != self->tally.n_remarks)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_REMARKS]);
  if (old.n_remarks - old.n_answered != self->tally.n_remarks - self->tally.n_answered)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OWED]);
}

/* ---- the writer's answers ---- */

static void
job_done_cb (WijkJob *job, gpointer user_data)
{
  WijkDocument *self = g_object_ref (WIJK_DOCUMENT (user_data));

  if (job->kind == WIJK_JOB_TYPE)
    wijk_document_count_typing (self, job->record, job->field, -1);
  if (job->batch != NULL)
    {
      wijk_head_batch_apply (job->batch, self->state);
      update_tally (self);
    }
  if (job->kind != WIJK_JOB_LOOK || job->undo_name != NULL || job->redo_name != NULL)
    {
      set_string (self, &self->undo_name, job->undo_name, PROP_UNDO_NAME);
      set_string (self, &self->redo_name, job->redo_name, PROP_REDO_NAME);
    }
  if (job->error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, job->error->message);
  else if (job->kind == WIJK_JOB_UNDO || job->kind == WIJK_JOB_REDO)
    g_signal_emit (
        self, signals[SIGNAL_UNDONE], 0, job->undone.name, job->undone.record, job->undone.n_left);
  wijk_document_update_saved (self);
  if (job->kind == WIJK_JOB_SETTLE)
    {
      g_autoptr (GTask) task = job->owner_data;

      g_task_return_boolean (task, TRUE);
    }
  g_object_unref (self);
}

static void
job_failing_cb (const GError *failing, gpointer user_data)
{
  WijkDocument *self = WIJK_DOCUMENT (user_data);

  set_string (self, &self->error, failing != NULL ? failing->message : NULL, PROP_ERROR);
  wijk_document_update_saved (self);
}

void
wijk_document_push (WijkDocument *self, WijkJob *job)
{
  job->author = g_steal_pointer (&self->author);
  wijk_writer_push (self->writer, job);
  wijk_document_update_saved (self);
}

static gboolean
look_cb (gpointer user_data)
{
  WijkDocument *self = WIJK_DOCUMENT (user_data);
  gint64 now = g_get_monotonic_time ();

  if (self->typing_began != 0 &&
      (now - self->typed_at > CLOSE_AFTER_IDLE * G_USEC_PER_SEC ||
       now - self->typing_began > CLOSE_AFTER_TYPING * (gint64) G_USEC_PER_SEC))
    wijk_document_close_typing (self);
  else if (wijk_writer_get_n_pending (self->writer) == 0)
    wijk_writer_push (self->writer, wijk_job_new (WIJK_JOB_LOOK, NULL));

  return G_SOURCE_CONTINUE;
}

/* ---- GObject ---- */

static void
let_go (WijkDocument *self)
{
  if (self->writer == NULL)
    return;
  wijk_document_close_typing (self);
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->writer, wijk_writer_free);
}

static void
wijk_document_dispose (GObject *object)
{
  let_go (WIJK_DOCUMENT (object));

  G_OBJECT_CLASS (wijk_document_parent_class)->dispose (object);
}

static void
wijk_document_finalize (GObject *object)
{
  WijkDocument *self = WIJK_DOCUMENT (object);

  g_free (self->folder);
  g_free (self->device);
  g_free (self->author);
  g_clear_object (&self->state);
  g_strfreev (self->packet_sessions);
  for (guint i = 0; i < WIJK_N_KEPT; i++)
    g_free (self->kept[i]);
  g_free (self->error);
  g_free (self->undo_name);
  g_free (self->redo_name);
  g_free (self->typed_step);
  g_free (self->typed_record);
  g_free (self->typed_field);
  g_free (self->typed_value);
  g_hash_table_unref (self->typing);

  G_OBJECT_CLASS (wijk_document_parent_class)->finalize (object);
}

static void
wijk_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkDocument *self = WIJK_DOCUMENT (object);

  switch ((WijkDocumentProperty) prop_id)
    {
    case PROP_SAVED:
      g_value_set_int (value, (int) self->saved);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, self->undo_name);
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, self->redo_name);
      break;
    case PROP_N_OWED:
      g_value_set_uint (value, self->tally.n_remarks - self->tally.n_answered);
      break;
    case PROP_N_REMARKS:
      g_value_set_uint (value, self->tally.n_remarks);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_document_class_init (WijkDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = wijk_document_dispose;
  object_class->finalize = wijk_document_finalize;
  object_class->get_property = wijk_document_get_property;

  properties[PROP_SAVED] = g_param_spec_int ("saved", NULL, NULL, 0, WIJK_SAVED_FAILED, 0, ro);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, ro);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, ro);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, ro);
  properties[PROP_N_OWED] = g_param_spec_uint ("n-owed", NULL, NULL, 0, G_MAXUINT, 0, ro);
  properties[PROP_N_REMARKS] = g_param_spec_uint ("n-remarks", NULL, NULL, 0, G_MAXUINT, 0, ro);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, ro);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_FAILED] = g_signal_new ("failed",
                                         WIJK_TYPE_DOCUMENT,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_STRING);
  signals[SIGNAL_VALUE_WANTED] = g_signal_new (
      "value-wanted", WIJK_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_UNDONE] = g_signal_new ("undone",
                                         WIJK_TYPE_DOCUMENT,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         3,
                                         G_TYPE_STRING,
                                         G_TYPE_STRING,
                                         G_TYPE_UINT);
}

static void
wijk_document_init (WijkDocument *self)
{
  self->typing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* ---- opening and closing ---- */

/* What the opening thread is given and what it gives back: values, and a state nobody else has. */
typedef struct
{
  char *folder, *device, *author;
  WijkStore *store;
  WijkState *state;
  gint64 seq;
  gboolean read_only;
  GStrv packet_sessions;
  char *kept[WIJK_N_KEPT];
  char *undo_name, *redo_name;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->folder);
  g_free (opening->device);
  g_free (opening->author);
  g_clear_object (&opening->store);
  g_clear_object (&opening->state);
  g_strfreev (opening->packet_sessions);
  for (guint i = 0; i < WIJK_N_KEPT; i++)
    g_free (opening->kept[i]);
  g_free (opening->undo_name);
  g_free (opening->redo_name);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  g_autoptr (GError) error = NULL;

  opening->store = wijk_store_open (opening->folder, opening->device, opening->author, &error);
  if (opening->store != NULL)
    {
      opening->seq = wijk_store_get_seq (opening->store); /* before reading: nothing is missed */
      opening->state = wijk_load_state (opening->store, &error);
    }
  if (opening->state == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  opening->read_only = wijk_plan_files_is_published (opening->store);
  opening->packet_sessions = wijk_packet_plan_dup_sessions (opening->store);
  for (guint i = 0; i < WIJK_N_KEPT; i++)
    opening->kept[i] = wijk_store_dup_note (opening->store, wijk_kept_keys[i]);
  opening->undo_name = wijk_store_dup_undo_name (opening->store);
  opening->redo_name = wijk_store_dup_redo_name (opening->store);
  g_task_return_boolean (task, TRUE);
}

void
wijk_document_open_async (const char *folder,
                          const char *device,
                          const char *author,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, wijk_document_open_async);
  opening->folder = g_strdup (folder);
  opening->device = g_strdup (device);
  opening->author = g_strdup (author);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

WijkDocument *
wijk_document_open_finish (GAsyncResult *result, GError **error)
{
  WijkDocument *self;
  Opening *opening;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  opening = g_task_get_task_data (G_TASK (result));
  self = g_object_new (WIJK_TYPE_DOCUMENT, NULL);
  self->folder = g_steal_pointer (&opening->folder);
  self->device = g_steal_pointer (&opening->device);
  self->state = g_steal_pointer (&opening->state);
  self->read_only = opening->read_only;
  self->packet_sessions = g_steal_pointer (&opening->packet_sessions);
  for (guint i = 0; i < WIJK_N_KEPT; i++)
    if (opening->kept[i] != NULL && *opening->kept[i] != '\0')
      self->kept[i] = g_steal_pointer (&opening->kept[i]);
  self->undo_name = g_steal_pointer (&opening->undo_name);
  self->redo_name = g_steal_pointer (&opening->redo_name);
  self->tally = wijk_state_tally (self->state);
  self->writer = wijk_writer_new (
      g_steal_pointer (&opening->store), opening->seq, job_done_cb, job_failing_cb, self);
  self->look_source = g_timeout_add (LOOK_EVERY, look_cb, self);

  return self;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WijkDocument *self = WIJK_DOCUMENT (source);
  g_autoptr (GTask) task = user_data;

  let_go (self);
  g_task_return_boolean (task, TRUE);
}

void
wijk_document_close_async (WijkDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (WIJK_IS_DOCUMENT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, wijk_document_close_async);
  if (self->writer == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  wijk_document_close_typing (self);
  wijk_document_settle_async (self, NULL, closed_cb, task);
}

gboolean
wijk_document_close_finish (WijkDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- reading ---- */

WijkState *
wijk_document_get_state (WijkDocument *self)
{
  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), NULL);

  return self->state;
}

WijkPlan *
wijk_document_get_plan (WijkDocument *self)
{
  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), NULL);

  return wijk_state_get_plan (self->state);
}

const char *
wijk_document_get_folder (WijkDocument *self)
{
  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), NULL);

  return self->folder;
}

const char *
wijk_document_get_device (WijkDocument *self)
{
  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), NULL);

  return self->device;
}

WijkSaved
wijk_document_get_saved (WijkDocument *self)
{
  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), WIJK_SAVED_ALL);

  return self->saved;
}

WijkTally
wijk_document_get_tally (WijkDocument *self)
{
  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), (WijkTally) { 0 });

  return self->tally;
}

gboolean
wijk_document_is_read_only (WijkDocument *self)
{
  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), TRUE);

  return self->read_only;
}

const char *const *
wijk_document_get_packet_sessions (WijkDocument *self)
{
  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), NULL);

  return (const char *const *) self->packet_sessions;
}

void
wijk_document_set_author (WijkDocument *self, const char *author)
{
  g_return_if_fail (WIJK_IS_DOCUMENT (self));

  g_set_str (&self->author, author);
}

void
wijk_document_settle_async (WijkDocument *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;
  WijkJob *job;

  g_return_if_fail (WIJK_IS_DOCUMENT (self) && self->writer != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wijk_document_settle_async);
  wijk_document_close_typing (self);
  job = wijk_job_new (WIJK_JOB_SETTLE, NULL);
  job->owner_data = task;
  wijk_document_push (self, job);
}

gboolean
wijk_document_settle_finish (WijkDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
wijk_document_refresh (WijkDocument *self)
{
  g_return_if_fail (WIJK_IS_DOCUMENT (self));

  if (self->writer != NULL)
    wijk_writer_push (self->writer, wijk_job_new (WIJK_JOB_LOOK, NULL));
}
