/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-blocks-source.h"

#include "wijk-blocks-private.h"

#include <string.h>

#define INDENT_MAX 200
#define TAB_COLUMNS 4

struct _WijkSource
{
  GString *text;
  GArray *lines; /* of gsize, where they begin; one more than there are lines */
};

static gboolean
is_at_sentinel (const char *p)
{
  return strncmp (p, WIJK_SENTINEL, WIJK_SENTINEL_LENGTH) == 0;
}

/* The indentation at @p, of quotes too; returns what follows it. */
static const char *
add_indent (GString *out, const char *p)
{
  guint columns = 0;

  for (; *p == ' ' || *p == '\t' || *p == '>'; p++)
    {
      columns += *p == '\t' ? TAB_COLUMNS : *p == ' ' ? 1 : 0;
      if (*p == '>' || columns <= INDENT_MAX)
        g_string_append_c (out, *p);
    }

  return p;
}

/* The footnote reference of @n bytes at @p; returns what follows it. */
static const char *
add_reference (GString *out, const char *p, gsize n)
{
  g_string_append (out, "[" WIJK_SENTINEL);
  g_string_append_len (out, p + 1, n - 1);
  if (p[n] == ':')
    g_string_append (out, WIJK_SENTINEL);

  return p + n;
}

static void
add_char (GString *out, const char *p)
{
  if (*p == '\r')
    g_string_append (out, p[1] == '\n' ? "" : "\n");
  else if ((guchar) *p >= 0x20 || *p == '\t' || *p == '\n')
    g_string_append_c (out, *p);
}

static GString *
prepare (const char *commonmark)
{
  g_autofree char *valid = g_utf8_make_valid (commonmark, -1);
  GString *out = g_string_sized_new (strlen (valid));
  gboolean is_escaped = FALSE;
  const char *p = valid;

  while (*p != '\0')
    {
      gsize n;

      if (out->len == 0 || out->str[out->len - 1] == '\n')
        p = add_indent (out, p);

      n = *p == '[' && !is_escaped ? wijk_block_scan_footnote (p) : 0;
      if (is_at_sentinel (p))
        p += WIJK_SENTINEL_LENGTH;
      else if (n > 0)
        p = add_reference (out, p, n);
      else if (*p != '\0')
        {
          is_escaped = *p == '\\' && !is_escaped;
          add_char (out, p++);
        }
    }

  return out;
}

static void
find_lines (WijkSource *self)
{
  gsize start = 0;

  while (start < self->text->len)
    {
      const char *end = memchr (self->text->str + start, '\n', self->text->len - start);

      g_array_append_val (self->lines, start);
      start = end != NULL ? (gsize) (end - self->text->str) + 1 : self->text->len;
    }
  g_array_append_val (self->lines, self->text->len);
}

WijkSource *
wijk_source_new (const char *commonmark)
{
  WijkSource *self = g_new0 (WijkSource, 1);

  self->text = prepare (commonmark != NULL ? commonmark : "");
  self->lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  find_lines (self);

  return self;
}

void
wijk_source_free (WijkSource *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
  g_free (self);
}

const char *
wijk_source_get_text (WijkSource *self)
{
  return self->text->str;
}

gsize
wijk_source_get_length (WijkSource *self)
{
  return self->text->len;
}

guint
wijk_source_get_n_lines (WijkSource *self)
{
  return self->lines->len - 1;
}

static const char *
start_of (WijkSource *self, guint line)
{
  return self->text->str + g_array_index (self->lines, gsize, line - 1);
}

gboolean
wijk_source_is_blank (WijkSource *self, guint line)
{
  const char *p = start_of (self, line);

  while (p < start_of (self, line + 1) && g_ascii_isspace (*p))
    p++;

  return p == start_of (self, line + 1);
}

gboolean
wijk_source_is_rule (WijkSource *self, guint line)
{
  gsize length;
  const char *p = wijk_source_get_lines (self, line, line, &length);
  const char *end = p + length;

  while (p < end && *p == ' ')
    p++;
  while (p < end && strchr ("=-", *p) != NULL)
    p++;

  return p == end;
}

const char *
wijk_source_get_lines (WijkSource *self, guint first, guint last, gsize *length)
{
  const char *start, *end;

  *length = 0;
  last = MIN (last, wijk_source_get_n_lines (self));
  while (first > 0 && first <= last && wijk_source_is_blank (self, first))
    first++;
  if (first == 0 || first > last)
    return self->text->str;

  start = start_of (self, first);
  end = start_of (self, last + 1);
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  *length = end - start;

  return start;
}

char *
wijk_source_dup_lines (WijkSource *self, guint first, guint last)
{
  gsize length;
  const char *start = wijk_source_get_lines (self, first, last, &length);

  return wijk_sentinel_strip (start, length);
}

gboolean
wijk_source_may_define (WijkSource *self, guint line)
{
  const char *p = start_of (self, line);
  const char *end = start_of (self, line + 1);

  while (p < end && strchr (" \t>*+-.)0123456789", *p) != NULL)
    p++;
  if (p == end || *p != '[' || is_at_sentinel (p + 1))
    return FALSE;

  for (; p < end; p++)
    if (*p == '\\' && p + 1 < end)
      p++;
    else if (*p == ']')
      return p[1] == ':';

  return FALSE;
}
