/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-payload.h"

#include <math.h>
#include <string.h>

void
wijk_payload_writer_init (WijkPayloadWriter *self, gpointer memory, gsize size)
{
  *self = (WijkPayloadWriter) { .next = memory, .n_left = size };
}

static void
write_bytes (WijkPayloadWriter *self, gconstpointer bytes, gsize size)
{
  if (self->is_full || size > self->n_left)
    {
      self->is_full = TRUE;
      return;
    }

  if (size > 0)
    memcpy (self->next, bytes, size);
  self->next += size;
  self->n_left -= size;
  self->n_written += size;
}

void
wijk_payload_write_u32 (WijkPayloadWriter *self, guint32 value)
{
  write_bytes (self, &value, sizeof value);
}

void
wijk_payload_write_double (WijkPayloadWriter *self, double value)
{
  write_bytes (self, &value, sizeof value);
}

void
wijk_payload_write_text (WijkPayloadWriter *self, const char *text, gsize max_length)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  gsize length = strlen (valid);

  if (length > max_length)
    length = (gsize) (g_utf8_find_prev_char (valid, valid + max_length + 1) - valid);

  wijk_payload_write_u32 (self, (guint32) length);
  write_bytes (self, valid, length);
}

void
wijk_payload_reader_init (WijkPayloadReader *self, gconstpointer memory, gsize size)
{
  *self = (WijkPayloadReader) { .next = size > 0 ? memory : (const guint8 *) "", .n_left = size };
}

static gboolean
read_bytes (WijkPayloadReader *self, gpointer bytes, gsize size)
{
  if (self->is_broken || size > self->n_left)
    {
      self->is_broken = TRUE;
      memset (bytes, 0, size);
      return FALSE;
    }

  memcpy (bytes, self->next, size);
  self->next += size;
  self->n_left -= size;
  return TRUE;
}

guint32
wijk_payload_read_u32 (WijkPayloadReader *self)
{
  guint32 value;

  read_bytes (self, &value, sizeof value);
  return value;
}

double
wijk_payload_read_double (WijkPayloadReader *self, double min, double max)
{
  double value;

  if (read_bytes (self, &value, sizeof value) && isfinite (value) && value >= min && value <= max)
    return value;

  self->is_broken = TRUE;
  return min;
}

char *
wijk_payload_read_text (WijkPayloadReader *self, gsize max_length)
{
  gsize length = wijk_payload_read_u32 (self);
  const char *start = (const char *) self->next;

  if (self->is_broken || length > max_length || length > self->n_left ||
      !g_utf8_validate_len (start, length, NULL))
    {
      self->is_broken = TRUE;
      return NULL;
    }

  self->next += length;
  self->n_left -= length;
  return g_strndup (start, length);
}

gboolean
wijk_payload_reader_ended_well (const WijkPayloadReader *self)
{
  return !self->is_broken && self->n_left == 0;
}
