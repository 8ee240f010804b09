/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-backup.h"

#include <glib/gi18n.h>

#define INTERVAL_SECONDS (15 * 60)
#define FIRST_SECONDS 20

struct _WijkBackup
{
  GObject parent_instance;

  WijkApplication *application;
  WijkDocument *document;
  char *plan_id;
  char *error;
  gint64 last_time;
  GCancellable *cancellable;
  gboolean running;
  guint timeout;
};

enum
{
  PROP_ERROR = 1,
  PROP_IS_RUNNING,
  PROP_LAST_TIME,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WijkBackup, wijk_backup, G_TYPE_OBJECT)

/* where a document has its backup */
#define KEY "wijk-backup"

typedef enum
{
  LOOK,    /* only when the newest was made */
  COPY,    /* if one is due */
  COPY_NOW /* in any case */
} Work;

typedef struct
{
  WijkWorkplace *workplace;
  char *plan_id;
  char *folder;
  Work work;
  gint64 last_time; /* what the thread found */
} Copying;

static void
copying_free (Copying *copying)
{
  wijk_workplace_unref (copying->workplace);
  g_free (copying->plan_id);
  g_free (copying->folder);
  g_free (copying);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copying *copying = data;
  GError *error = NULL;
  gboolean ok =
      copying->work == LOOK || wijk_task_back_up (wijk_workplace_get_context (copying->workplace),
                                                  copying->plan_id,
                                                  copying->folder,
                                                  copying->work == COPY_NOW,
                                                  cancellable,
                                                  NULL,
                                                  &error);

  copying->last_time = wijk_task_find_backup_time (copying->folder, copying->plan_id);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_running (WijkBackup *self, gboolean running)
{
  self->running = running;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_RUNNING]);
}

static void
set_last_time (WijkBackup *self, gint64 last_time)
{
  if (self->last_time == last_time)
    return;

  self->last_time = last_time;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAST_TIME]);
}

static void
set_error (WijkBackup *self, const char *error)
{
  if (g_set_str (&self->error, error))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkBackup) self = user_data;
  Copying *copying = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  set_running (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      /* Translators: %s is a sentence that says what went wrong */
      message = g_strdup_printf (_ ("No backup could be made. %s"), error->message);
    }

  set_last_time (self, copying->last_time);
  if (copying->work != LOOK)
    set_error (self, message);
}

static void
start (WijkBackup *self, Work work)
{
  g_autofree char *folder = wijk_application_dup_backup_folder (self->application);
  g_autoptr (GTask) task = NULL;
  Copying *copying;

  if (folder == NULL)
    {
      set_last_time (self, 0);
      set_error (self, NULL);
      return;
    }
  if (self->running || wijk_document_is_read_only (self->document))
    return;

  set_running (self, TRUE);
  copying = g_new0 (Copying, 1);
  copying->workplace = wijk_application_dup_workplace (self->application);
  copying->plan_id = g_strdup (self->plan_id);
  copying->folder = g_steal_pointer (&folder);
  copying->work = work;

  task = g_task_new (NULL, self->cancellable, copied_cb, g_object_ref (self));
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, copying, (GDestroyNotify) copying_free);
  g_task_run_in_thread (task, copy_in_thread);
}

static void
folder_changed_cb (WijkBackup *self)
{
  start (self, COPY);
}

static gboolean
timeout_cb (gpointer user_data)
{
  WijkBackup *self = user_data;

  start (self, COPY);
  self->timeout = g_timeout_add_seconds (INTERVAL_SECONDS, timeout_cb, self);

  return G_SOURCE_REMOVE;
}

static void
wijk_backup_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkBackup *self = WIJK_BACKUP (object);

  switch (prop_id)
    {
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_IS_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_LAST_TIME:
      g_value_set_int64 (value, self->last_time);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_backup_dispose (GObject *object)
{
  WijkBackup *self = WIJK_BACKUP (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->document != NULL && wijk_backup_find (self->document) == self)
    g_object_set_data (G_OBJECT (self->document), KEY, NULL);

  G_OBJECT_CLASS (wijk_backup_parent_class)->dispose (object);
}

static void
wijk_backup_finalize (GObject *object)
{
  WijkBackup *self = WIJK_BACKUP (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  g_free (self->plan_id);
  g_free (self->error);

  G_OBJECT_CLASS (wijk_backup_parent_class)->finalize (object);
}

static void
wijk_backup_class_init (WijkBackupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = wijk_backup_get_property;
  object_class->dispose = wijk_backup_dispose;
  object_class->finalize = wijk_backup_finalize;

  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  props[PROP_IS_RUNNING] = g_param_spec_boolean ("is-running", NULL, NULL, FALSE, flags);
  props[PROP_LAST_TIME] = g_param_spec_int64 ("last-time", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
wijk_backup_init (WijkBackup *self)
{
  self->cancellable = g_cancellable_new ();
}

WijkBackup *
wijk_backup_new (WijkApplication *application, WijkDocument *document, const char *plan_id)
{
  WijkBackup *self = g_object_new (WIJK_TYPE_BACKUP, NULL);

  self->application = application;
  self->document = g_object_ref (document);
  self->plan_id = g_strdup (plan_id);
  self->timeout = g_timeout_add_seconds (FIRST_SECONDS, timeout_cb, self);
  g_object_set_data (G_OBJECT (document), KEY, self);
  g_signal_connect_object (wijk_application_get_settings (application),
                           "changed::backup-folder",
                           G_CALLBACK (folder_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  start (self, LOOK);

  return self;
}

WijkBackup *
wijk_backup_find (WijkDocument *document)
{
  g_return_val_if_fail (WIJK_IS_DOCUMENT (document), NULL);

  return g_object_get_data (G_OBJECT (document), KEY);
}

void
wijk_backup_run (WijkBackup *self)
{
  g_return_if_fail (WIJK_IS_BACKUP (self));

  start (self, COPY_NOW);
}

const char *
wijk_backup_get_error (WijkBackup *self)
{
  g_return_val_if_fail (WIJK_IS_BACKUP (self), NULL);

  return self->error;
}

gboolean
wijk_backup_is_running (WijkBackup *self)
{
  g_return_val_if_fail (WIJK_IS_BACKUP (self), FALSE);

  return self->running;
}

gint64
wijk_backup_get_last_time (WijkBackup *self)
{
  g_return_val_if_fail (WIJK_IS_BACKUP (self), 0);

  return self->last_time;
}
