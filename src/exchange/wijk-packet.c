/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-packet.h"

#include <string.h>

#include "wijk-changes-json.h"
#include "wijk-json-writer.h"

WijkPacket *
wijk_packet_new (WijkPacketKind kind,
                 const char *plan,
                 const char *session,
                 const char *device,
                 const char *author,
                 const char *label)
{
  WijkPacket *self = g_new0 (WijkPacket, 1);

  self->kind = kind;
  self->plan = g_strdup (plan);
  self->session = g_strdup (session);
  self->device = g_strdup (device);
  self->author = g_strdup (author != NULL ? author : "");
  self->label = g_strdup (label != NULL ? label : "");
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_step_free);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_change_free);

  return self;
}

void
wijk_packet_free (WijkPacket *self)
{
  if (self == NULL)
    return;
  g_free (self->plan);
  g_free (self->session);
  g_free (self->device);
  g_free (self->author);
  g_free (self->label);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* ---- writing ---- */

static void
append_member (GString *out, const char *before, const char *text)
{
  g_string_append (out, before);
  wijk_json_append_text (out, text);
}

static char *
make_header (const WijkPacket *self)
{
  GString *out = g_string_new ("{\"format\":0,\"kind\":");

  g_string_append (out, self->kind == WIJK_PACKET_OUT ? "\"uit\"" : "\"terug\"");
  append_member (out, ",\"plan\":", self->plan);
  append_member (out, ",\"session\":", self->session);
  append_member (out, ",\"device\":", self->device);
  append_member (out, ",\"author\":", self->author);
  append_member (out, ",\"label\":", self->label);
  g_string_append_printf (out, ",\"at\":%" G_GINT64_FORMAT, self->at);
  if (self->given > 0)
    g_string_append_printf (out, ",\"given\":%" G_GINT64_FORMAT, self->given);
  g_string_append_printf (
      out, ",\"steps\":%u,\"changes\":%u}\n", self->steps->len, self->changes->len);

  return g_string_free (out, FALSE);
}

GBytes *
wijk_packet_write (const WijkPacket *self, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *header = make_header (self);
  g_autoptr (WijkChangesWriter) writer = wijk_changes_writer_new_behind (stream, header);

  for (guint i = 0; i < self->steps->len; i++)
    if (!wijk_changes_writer_add_step (writer, self->steps->pdata[i], NULL, error))
      return NULL;
  for (guint i = 0; i < self->changes->len; i++)
    if (!wijk_changes_writer_add_change (writer, self->changes->pdata[i], NULL, error))
      return NULL;
  if (!wijk_changes_writer_finish (writer, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

gboolean
wijk_packet_is_start (const char *bytes, gsize length)
{
  static const char *const starts[] = { "{\"format\":0,\"kind\":\"uit\"",
                                        "{\"format\":0,\"kind\":\"terug\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (length >= strlen (starts[i]) && strncmp (bytes, starts[i], strlen (starts[i])) == 0)
      return TRUE;

  return FALSE;
}
