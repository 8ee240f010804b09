/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-reader.h"

#include "wijk-pdf-file.h"
#include "wijk-pdf-private.h"
#include "wijk-reader-process.h"

#define TIMEOUT_MS 5000u

struct _WijkReader
{
  GObject parent_instance;

  char *path;
  guint timeout_ms;
  WijkReaderProcess *warm; /* or NULL */
};

G_DEFINE_FINAL_TYPE (WijkReader, wijk_reader, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_TIMEOUT,
} WijkReaderProperty;

static GParamSpec *properties[PROP_TIMEOUT + 1];

static void
wijk_reader_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  WijkReader *self = WIJK_READER (object);

  switch ((WijkReaderProperty) prop_id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    case PROP_TIMEOUT:
      self->timeout_ms = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_reader_finalize (GObject *object)
{
  WijkReader *self = WIJK_READER (object);

  g_clear_pointer (&self->warm, wijk_reader_process_end);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (wijk_reader_parent_class)->finalize (object);
}

static void
wijk_reader_class_init (WijkReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = wijk_reader_set_property;
  object_class->finalize = wijk_reader_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_TIMEOUT] =
      g_param_spec_uint ("timeout", NULL, NULL, 1, G_MAXUINT, TIMEOUT_MS, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
wijk_reader_init (WijkReader *self)
{
}

const char *
wijk_reader_get_default_path (void)
{
  const char *path = g_getenv ("WIJKPLAN_READER");

  return path != NULL && *path != '\0' ? path : LIBEXECDIR "/wijkplan-reader";
}

WijkReader *
wijk_reader_new (const char *path)
{
  return g_object_new (
      WIJK_TYPE_READER, "path", path != NULL ? path : wijk_reader_get_default_path (), NULL);
}

void
wijk_reader_warm (WijkReader *self)
{
  g_return_if_fail (WIJK_IS_READER (self));

  if (self->warm == NULL)
    self->warm = wijk_reader_process_spawn (self->path, NULL, NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WijkPdf *pdf = WIJK_PDF (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;

  if (wijk_pdf_open_finish (pdf, result, &error))
    g_task_return_pointer (task, g_object_ref (pdf), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
wijk_reader_open_async (WijkReader *self,
                        GFile *file,
                        const char *name,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (WijkPdf) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *used_name = NULL;
  int fd;

  g_return_if_fail (WIJK_IS_READER (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wijk_reader_open_async);

  used_name = wijk_pdf_file_dup_name (file, name);
  fd = wijk_pdf_file_open (file, used_name, &error);
  if (fd < 0)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  pdf = wijk_pdf_new (self->path, self->timeout_ms, fd, used_name, g_steal_pointer (&self->warm));
  wijk_pdf_open_async (pdf, cancellable, opened_cb, g_steal_pointer (&task));
}

WijkPdf *
wijk_reader_open_finish (WijkReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
