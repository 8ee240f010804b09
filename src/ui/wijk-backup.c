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
  GCancellable *cancellable;
  gboolean running;
  guint timeout;
};

enum
{
  PROP_ERROR = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WijkBackup, wijk_backup, G_TYPE_OBJECT)

typedef struct
{
  WijkWorkplace *workplace;
  char *plan_id;
  char *folder;
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
  g_autofree char *path = NULL;
  GError *error = NULL;

  if (wijk_task_back_up (wijk_workplace_get_context (copying->workplace),
                         copying->plan_id,
                         copying->folder,
                         FALSE,
                         cancellable,
                         &path,
                         &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkBackup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  self->running = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      /* Translators: %s is a sentence that says what went wrong */
      message = g_strdup_printf (_ ("No backup could be made. %s"), error->message);
    }

  if (g_set_str (&self->error, message))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
back_up (WijkBackup *self)
{
  g_autofree char *folder = wijk_application_dup_backup_folder (self->application);
  g_autoptr (GTask) task = NULL;
  Copying *copying;

  if (folder == NULL || self->running || wijk_document_is_read_only (self->document))
    return;

  self->running = TRUE;
  copying = g_new0 (Copying, 1);
  copying->workplace = wijk_application_dup_workplace (self->application);
  copying->plan_id = g_strdup (self->plan_id);
  copying->folder = g_steal_pointer (&folder);

  task = g_task_new (NULL, self->cancellable, copied_cb, g_object_ref (self));
  g_task_set_source_tag (task, back_up);
  g_task_set_task_data (task, copying, (GDestroyNotify) copying_free);
  g_task_run_in_thread (task, copy_in_thread);
}

static gboolean
timeout_cb (gpointer user_data)
{
  WijkBackup *self = user_data;

  back_up (self);
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

  object_class->get_property = wijk_backup_get_property;
  object_class->dispose = wijk_backup_dispose;
  object_class->finalize = wijk_backup_finalize;

  props[PROP_ERROR] =
      g_param_spec_string ("error",
                           NULL,
                           NULL,
                           NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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
  g_signal_connect_object (wijk_application_get_settings (application),
                           "changed::backup-folder",
                           G_CALLBACK (back_up),
                           self,
                           G_CONNECT_SWAPPED);

  return self;
}

const char *
wijk_backup_get_error (WijkBackup *self)
{
  g_return_val_if_fail (WIJK_IS_BACKUP (self), NULL);

  return self->error;
}
