/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-json-writer.h"

#include <string.h>

static void
append_escaped (GString *out, guchar c)
{
  static const char signs[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";
  const char *found = strchr (signs, c);

  if (found != NULL)
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, letters[found - signs]);
    }
  else
    g_string_append_printf (out, "\\u%04x", c);
}

void
wijk_json_append_text (GString *out, const char *text)
{
  g_autofree char *valid = NULL;
  const char *p;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (p = text; *p != '\0';)
    {
      const char *plain = p;

      while ((guchar) *p >= 0x20 && *p != '"' && *p != '\\' && *p != 0x7f)
        p++;
      g_string_append_len (out, plain, p - plain);
      if (*p != '\0')
        append_escaped (out, (guchar) *p++);
    }
  g_string_append_c (out, '"');
}

static void
begin_item (WijkJsonWriter *self, const char *key)
{
  if (self->has_items)
    g_string_append_c (self->out, ',');
  if (self->depth > 0)
    g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
  if (key != NULL)
    {
      wijk_json_append_text (self->out, key);
      g_string_append (self->out, ": ");
    }
  self->has_items = TRUE;
}

void
wijk_json_writer_begin (WijkJsonWriter *self, const char *key, char bracket)
{
  begin_item (self, key);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->has_items = FALSE;
}

void
wijk_json_writer_end (WijkJsonWriter *self, char bracket)
{
  self->depth--;
  if (self->has_items)
    {
      g_string_append_c (self->out, '\n');
      for (guint i = 0; i < self->depth; i++)
        g_string_append (self->out, "  ");
    }
  g_string_append_c (self->out, bracket);
  if (self->depth == 0)
    g_string_append_c (self->out, '\n');
  self->has_items = TRUE;
}

void
wijk_json_writer_add_text (WijkJsonWriter *self, const char *key, const char *value)
{
  begin_item (self, key);
  wijk_json_append_text (self->out, value);
}

void
wijk_json_writer_add_int (WijkJsonWriter *self, const char *key, gint64 value)
{
  begin_item (self, key);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

void
wijk_json_writer_add_bool (WijkJsonWriter *self, const char *key, gboolean value)
{
  begin_item (self, key);
  g_string_append (self->out, value ? "true" : "false");
}

void
wijk_json_writer_add_texts (WijkJsonWriter *self, const char *key, GPtrArray *values)
{
  begin_item (self, key);
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < values->len; i++)
    {
      if (i > 0)
        g_string_append (self->out, ", ");
      wijk_json_append_text (self->out, values->pdata[i]);
    }
  g_string_append_c (self->out, ']');
}
