/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "wijk-changes-json.h"
#include "wijk-json-writer.h"

#define CHUNK (64 * 1024)

struct _WijkChangesWriter
{
  GOutputStream *stream;
  GString *out;
};

WijkChangesWriter *
wijk_changes_writer_new (GOutputStream *stream, const char *plan_id)
{
  g_autoptr (GString) header = g_string_new ("{\"format\":0,\"plan\":");

  g_return_val_if_fail (plan_id != NULL, NULL);

  wijk_json_append_text (header, plan_id);
  g_string_append (header, "}\n");

  return wijk_changes_writer_new_behind (stream, header->str);
}

WijkChangesWriter *
wijk_changes_writer_new_behind (GOutputStream *stream, const char *first_lines)
{
  WijkChangesWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream) && first_lines != NULL, NULL);

  self = g_new0 (WijkChangesWriter, 1);
  self->stream = g_object_ref (stream);
  self->out = g_string_sized_new (CHUNK);
  g_string_append (self->out, first_lines);

  return self;
}

void
wijk_changes_writer_free (WijkChangesWriter *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->stream);
  g_string_free (self->out, TRUE);
  g_free (self);
}

static gboolean
flush (WijkChangesWriter *self, gsize keep, GCancellable *cancellable, GError **error)
{
  if (self->out->len <= keep)
    return TRUE;
  if (!g_output_stream_write_all (
          self->stream, self->out->str, self->out->len, NULL, cancellable, error))
    return FALSE;
  g_string_truncate (self->out, 0);

  return TRUE;
}

/* @before: `,"key":` and what stands before it. */
static void
append_text (WijkChangesWriter *self, const char *before, const char *text)
{
  g_string_append (self->out, before);
  if (text != NULL)
    wijk_json_append_text (self->out, text);
  else
    g_string_append (self->out, "null");
}

gboolean
wijk_changes_writer_add_step (WijkChangesWriter *self,
                              const WijkStep *step,
                              GCancellable *cancellable,
                              GError **error)
{
  append_text (self, "{\"step\":{\"id\":", step->id);
  append_text (self, ",\"author\":", step->author);
  g_string_append_printf (self->out, ",\"at\":%" G_GINT64_FORMAT, step->at);
  append_text (self, ",\"name\":", step->name);
  if (step->undoes != NULL)
    append_text (self, ",\"undoes\":", step->undoes);
  g_string_append (self->out, "}}\n");

  return flush (self, CHUNK, cancellable, error);
}

gboolean
wijk_changes_writer_add_change (WijkChangesWriter *self,
                                const WijkChange *change,
                                GCancellable *cancellable,
                                GError **error)
{
  g_auto (GStrv) replaced = g_strsplit (change->replaced, " ", -1);
  const char *before = "";

  append_text (self, "{\"change\":{\"stamp\":", change->stamp);
  append_text (self, ",\"step\":", change->step);
  append_text (self, ",\"record\":", change->record);
  append_text (self, ",\"field\":", change->field);
  append_text (self, ",\"value\":", change->value);
  g_string_append (self->out, ",\"replaced\":[");
  for (guint i = 0; replaced[i] != NULL; i++)
    if (*replaced[i] != '\0')
      {
        append_text (self, before, replaced[i]);
        before = ",";
      }
  g_string_append (self->out, "]}}\n");

  return flush (self, CHUNK, cancellable, error);
}

gboolean
wijk_changes_writer_finish (WijkChangesWriter *self, GCancellable *cancellable, GError **error)
{
  return flush (self, 0, cancellable, error) &&
         g_output_stream_flush (self->stream, cancellable, error);
}
