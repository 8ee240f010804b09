/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-writer.h"

#define RETRY_AFTER (1 * G_USEC_PER_SEC)

struct _WijkWriter
{
  WijkStore *store; /* the thread's own */
  gint64 seq;       /* the thread's own */
  GThread *thread;
  GMainContext *context;
  WijkJobDone done;
  WijkJobFailing failing;
  gpointer user_data;
  guint n_pending; /* of the asking side */

  GMutex mutex;
  GCond cond;
  GQueue asked;   /* under the mutex */
  GQueue answers; /* under the mutex: WijkAnswer */
  gboolean ending;
  GSource *deliver; /* under the mutex: set while a delivery is on its way */
};

/* What goes back: a job, or word of the disk failing. */
typedef struct
{
  WijkJob *job;
  gboolean is_failing_news;
  GError *failing;
} WijkAnswer;

WijkJob *
wijk_job_new (WijkJobKind kind, const char *name)
{
  WijkJob *job = g_new0 (WijkJob, 1);

  job->kind = kind;
  job->name = g_strdup (name != NULL ? name : "");

  return job;
}

static void
job_free (WijkJob *job)
{
  g_free (job->name);
  g_clear_pointer (&job->edits, g_ptr_array_unref);
  g_free (job->record);
  g_free (job->field);
  g_free (job->value);
  g_free (job->author);
  g_clear_error (&job->error);
  wijk_head_batch_free (job->batch);
  wijk_undone_clear (&job->undone);
  g_free (job->undo_name);
  g_free (job->redo_name);
  g_free (job);
}

static void
answer_free (WijkAnswer *answer)
{
  if (answer->job != NULL)
    job_free (answer->job);
  g_clear_error (&answer->failing);
  g_free (answer);
}

/* ---- in the thread ---- */

static gboolean
run (WijkStore *store, WijkJob *job, GError **error)
{
  if (job->author != NULL)
    wijk_store_set_author (store, job->author);

  switch (job->kind)
    {
    case WIJK_JOB_WRITE:
      return wijk_store_close_typing (store, error) &&
             wijk_store_write (store, job->name, job->edits, error);
    case WIJK_JOB_TYPE:
      return wijk_store_type (store, job->name, job->record, job->field, job->value, error);
    case WIJK_JOB_CLOSE_TYPING:
      return wijk_store_close_typing (store, error);
    case WIJK_JOB_UNDO:
      return wijk_store_undo (store, &job->undone, error);
    case WIJK_JOB_REDO:
      return wijk_store_redo (store, &job->undone, error);
    case WIJK_JOB_NOTE:
      return wijk_store_set_note (store, job->field, job->value, error);
    case WIJK_JOB_LOOK:
    case WIJK_JOB_SETTLE:
    default:
      return TRUE;
    }
}

static gboolean deliver_cb (gpointer user_data);

static void
send (WijkWriter *self, WijkJob *job, gboolean is_failing_news, const GError *failing)
{
  WijkAnswer *answer = g_new0 (WijkAnswer, 1);

  answer->job = job;
  answer->is_failing_news = is_failing_news;
  answer->failing = failing != NULL ? g_error_copy (failing) : NULL;
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->answers, answer);
  if (self->deliver == NULL)
    {
      self->deliver = g_idle_source_new ();
      g_source_set_priority (self->deliver, G_PRIORITY_DEFAULT);
      g_source_set_callback (self->deliver, deliver_cb, self, NULL);
      g_source_attach (self->deliver, self->context);
    }
  g_mutex_unlock (&self->mutex);
}

/* Waits a while before trying again; FALSE if the plan is being closed. */
static gboolean
wait_to_retry (WijkWriter *self)
{
  gint64 until = g_get_monotonic_time () + RETRY_AFTER;
  gboolean ending;

  g_mutex_lock (&self->mutex);
  while (!self->ending && g_cond_wait_until (&self->cond, &self->mutex, until))
    ;
  ending = self->ending;
  g_mutex_unlock (&self->mutex);

  return !ending;
}

static void
run_until_done (WijkWriter *self, WijkJob *job)
{
  gboolean failing = FALSE;

  while (!run (self->store, job, &job->error))
    {
      if (!g_error_matches (job->error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_FAILED))
        break;
      failing = TRUE;
      send (self, NULL, TRUE, job->error);
      if (!wait_to_retry (self))
        break;
      g_clear_error (&job->error);
    }
  if (failing && job->error == NULL)
    send (self, NULL, TRUE, NULL);
}

/* What differs in the plan since the last job, whoever wrote it. */
static void
look (WijkWriter *self, WijkJob *job)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) records = NULL;

  if (job->kind == WIJK_JOB_LOOK && !wijk_store_has_foreign_commit (self->store))
    return;
  records = wijk_store_dup_changed_since (self->store, &self->seq, &error);
  if (records != NULL && records[0] != NULL)
    job->batch = wijk_head_batch_read (self->store, (const char *const *) records, &error);
  job->undo_name = wijk_store_dup_undo_name (self->store);
  job->redo_name = wijk_store_dup_redo_name (self->store);
  if (error != NULL && job->error == NULL)
    job->error = g_steal_pointer (&error);
}

static WijkJob *
next_job (WijkWriter *self)
{
  WijkJob *job;

  g_mutex_lock (&self->mutex);
  while ((job = g_queue_pop_head (&self->asked)) == NULL && !self->ending)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);

  return job;
}

static gpointer
work (gpointer user_data)
{
  WijkWriter *self = user_data;
  WijkJob *job;

  while ((job = next_job (self)) != NULL)
    {
      run_until_done (self, job);
      look (self, job);
      send (self, job, FALSE, NULL);
    }
  g_clear_object (&self->store);

  return NULL;
}

/* ---- on the asking side ---- */

static gboolean
deliver_cb (gpointer user_data)
{
  WijkWriter *self = user_data;
  GQueue answers = G_QUEUE_INIT;
  WijkAnswer *answer;

  g_mutex_lock (&self->mutex);
  answers = self->answers;
  g_queue_init (&self->answers);
  g_clear_pointer (&self->deliver, g_source_unref);
  g_mutex_unlock (&self->mutex);

  while ((answer = g_queue_pop_head (&answers)) != NULL)
    {
      if (answer->is_failing_news)
        self->failing (answer->failing, self->user_data);
      else
        {
          self->n_pending--;
          self->done (answer->job, self->user_data);
        }
      answer_free (answer);
    }

  return G_SOURCE_REMOVE;
}

WijkWriter *
wijk_writer_new (
    WijkStore *store, gint64 seq, WijkJobDone done, WijkJobFailing failing, gpointer user_data)
{
  WijkWriter *self = g_new0 (WijkWriter, 1);

  self->store = store;
  self->seq = seq;
  self->done = done;
  self->failing = failing;
  self->user_data = user_data;
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->thread = g_thread_new ("wijkplan-writer", work, self);

  return self;
}

void
wijk_writer_push (WijkWriter *self, WijkJob *job)
{
  self->n_pending++;
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->asked, job);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
wijk_writer_free (WijkWriter *self)
{
  g_mutex_lock (&self->mutex);
  self->ending = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  if (self->deliver != NULL)
    {
      g_source_destroy (self->deliver);
      g_source_unref (self->deliver);
    }
  g_queue_clear_full (&self->answers, (GDestroyNotify) answer_free);
  g_queue_clear_full (&self->asked, (GDestroyNotify) job_free);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

guint
wijk_writer_get_n_pending (WijkWriter *self)
{
  return self->n_pending;
}
