/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-source-linking.h"

#include <glib/gi18n.h>

struct _WijkSourceLinking
{
  GObject parent_instance;

  WijkDocument *document;
  char *plan_id;
  GQueue files;      /* GFile, waiting */
  GHashTable *known; /* ids of the sources when the present one began */
  guint n_files;     /* of this round */
  guint n_begun;
  char *status;
  GCancellable *cancellable;
};

enum
{
  PROP_STATUS = 1,
  N_PROPS
};

enum
{
  LINKED,
  FAILED,
  ENDED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkSourceLinking, wijk_source_linking, G_TYPE_OBJECT)

typedef struct
{
  WijkWorkplace *workplace;
  char *plan_id;
  GFile *file;
} Linking;

static void link_next (WijkSourceLinking *self);

static void
linking_free (Linking *linking)
{
  wijk_workplace_unref (linking->workplace);
  g_free (linking->plan_id);
  g_object_unref (linking->file);
  g_free (linking);
}

static void
set_status (WijkSourceLinking *self, const char *status)
{
  if (g_set_str (&self->status, status))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
}

static void
remember_known (WijkSourceLinking *self)
{
  WijkRecordList *sources =
      wijk_state_get_list (wijk_document_get_state (self->document), WIJK_KIND_SOURCE);

  g_hash_table_remove_all (self->known);
  for (guint i = 0; i < wijk_record_list_get_length (sources); i++)
    g_hash_table_add (self->known,
                      g_strdup (wijk_record_get_id (wijk_record_list_get (sources, i))));
}

static void
link_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Linking *linking = data;
  GError *error = NULL;
  char *id = wijk_task_link_pdf (wijk_workplace_get_context (linking->workplace),
                                 linking->plan_id,
                                 linking->file,
                                 NULL,
                                 cancellable,
                                 &error);

  if (id != NULL)
    g_task_return_pointer (task, id, g_free);
  else
    g_task_return_error (task, error);
}

static void
linked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkSourceLinking) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_task_propagate_pointer (G_TASK (result), &error);

  if (id != NULL)
    {
      wijk_document_refresh (self->document);
      g_signal_emit (self, signals[LINKED], 0, id, !g_hash_table_contains (self->known, id));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error->message);

  link_next (self);
}

static void
start (WijkSourceLinking *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  Linking *linking = g_new0 (Linking, 1);

  linking->workplace = wijk_application_dup_workplace (wijk_application_get_default ());
  linking->plan_id = g_strdup (self->plan_id);
  linking->file = g_object_ref (file);
  remember_known (self);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();

  task = g_task_new (NULL, self->cancellable, linked_cb, g_object_ref (self));
  g_task_set_source_tag (task, wijk_source_linking_add);
  g_task_set_task_data (task, linking, (GDestroyNotify) linking_free);
  g_task_run_in_thread (task, link_in_thread);
}

static void
link_next (WijkSourceLinking *self)
{
  g_autoptr (GFile) file = g_queue_pop_head (&self->files);
  g_autofree char *name = NULL;
  g_autofree char *status = NULL;

  if (file == NULL)
    {
      self->n_files = self->n_begun = 0;
      set_status (self, NULL);
      g_signal_emit (self, signals[ENDED], 0);
      return;
    }

  self->n_begun++;
  name = g_file_get_basename (file);
  if (self->n_files > 1)
    /* Translators: the name of a file, and which of how many it is */
    status = g_strdup_printf (_ ("Linking “%s”, %u of %u"), name, self->n_begun, self->n_files);
  else
    status = g_strdup_printf (_ ("Linking “%s”"), name);
  set_status (self, status);
  start (self, file);
}

static void
wijk_source_linking_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_string (value, WIJK_SOURCE_LINKING (object)->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_source_linking_finalize (GObject *object)
{
  WijkSourceLinking *self = WIJK_SOURCE_LINKING (object);

  g_queue_clear_full (&self->files, g_object_unref);
  g_hash_table_unref (self->known);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  g_free (self->plan_id);
  g_free (self->status);

  G_OBJECT_CLASS (wijk_source_linking_parent_class)->finalize (object);
}

static void
wijk_source_linking_class_init (WijkSourceLinkingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);
  const GSignalFlags last = G_SIGNAL_RUN_LAST;

  object_class->get_property = wijk_source_linking_get_property;
  object_class->finalize = wijk_source_linking_finalize;

  props[PROP_STATUS] =
      g_param_spec_string ("status",
                           NULL,
                           NULL,
                           NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[LINKED] = g_signal_new (
      "linked", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FAILED] =
      g_signal_new ("failed", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENDED] = g_signal_new ("ended", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wijk_source_linking_init (WijkSourceLinking *self)
{
  g_queue_init (&self->files);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
}

WijkSourceLinking *
wijk_source_linking_new (WijkDocument *document, const char *plan_id)
{
  WijkSourceLinking *self = g_object_new (WIJK_TYPE_SOURCE_LINKING, NULL);

  self->document = g_object_ref (document);
  self->plan_id = g_strdup (plan_id);

  return self;
}

void
wijk_source_linking_add (WijkSourceLinking *self, GFile *file)
{
  g_return_if_fail (WIJK_IS_SOURCE_LINKING (self));
  g_return_if_fail (G_IS_FILE (file));

  self->n_files++;
  g_queue_push_tail (&self->files, g_object_ref (file));
  if (self->status == NULL)
    link_next (self);
}

void
wijk_source_linking_cancel (WijkSourceLinking *self)
{
  g_return_if_fail (WIJK_IS_SOURCE_LINKING (self));

  g_queue_clear_full (&self->files, g_object_unref);
  g_cancellable_cancel (self->cancellable);
}

const char *
wijk_source_linking_get_status (WijkSourceLinking *self)
{
  g_return_val_if_fail (WIJK_IS_SOURCE_LINKING (self), NULL);

  return self->status;
}
