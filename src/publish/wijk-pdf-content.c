/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-pdf-content.h"

#include <string.h>

/* Reads a stream from operator to operator. */
typedef struct
{
  const char *data;
  gsize size, at;
  gsize first; /* where the operands of the operator begin */
  gsize end;   /* behind the operator */
  char name[8];
} Reader;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return strchr ("()<>[]{}/%", c) != NULL && c != '\0';
}

static void
skip_string (Reader *self)
{
  int depth = 0;

  do
    {
      char c = self->data[self->at++];

      if (c == '\\')
        self->at++;
      else if (c == '(')
        depth++;
      else if (c == ')')
        depth--;
    }
  while (depth > 0 && self->at < self->size);
}

static void
skip_word (Reader *self)
{
  while (self->at < self->size && !is_blank (self->data[self->at]) &&
         !is_delimiter (self->data[self->at]))
    self->at++;
}

/* Goes on to the next operator; FALSE at the end. */
static gboolean
read_operator (Reader *self)
{
  gboolean has_first = FALSE;

  while (self->at < self->size)
    {
      char c = self->data[self->at];
      gsize start = self->at;

      if (is_blank (c))
        {
          self->at++;
          continue;
        }
      if (!has_first)
        self->first = start;
      has_first = TRUE;
      if (c == '(')
        skip_string (self);
      else if (is_delimiter (c))
        {
          self->at++;
          if (c == '/')
            skip_word (self);
        }
      else
        {
          skip_word (self);
          if (g_ascii_isdigit (c) || strchr ("+-.", c))
            continue;
          self->end = self->at;
          g_strlcpy (self->name, "", sizeof self->name);
          if (self->end - start < sizeof self->name)
            {
              memcpy (self->name, self->data + start, self->end - start);
              self->name[self->end - start] = '\0';
            }
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_one_of (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

/* Where painting outside marked content begins. */
typedef struct
{
  Reader reader;
  GString *wrapped;
  gsize done;
  int depth;
  gssize path, text; /* -1: not in one */
  gboolean has_shown;
  guint n;
} Wrapper;

static void
wrap (Wrapper *self, gsize from, gsize to)
{
  self->n++;
  if (!self->wrapped)
    return;
  g_string_append_len (self->wrapped, self->reader.data + self->done, from - self->done);
  g_string_append (self->wrapped, "/Artifact BMC\n");
  g_string_append_len (self->wrapped, self->reader.data + from, to - from);
  g_string_append (self->wrapped, "\nEMC\n");
  self->done = to;
}

static void
take_operator (Wrapper *self)
{
  static const char *const path[] = { "m", "l", "c", "v", "y", "h", "re", NULL };
  static const char *const paint[] = { "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", NULL };
  static const char *const show[] = { "Tj", "TJ", "'", "\"", NULL };
  const Reader *reader = &self->reader;
  const char *name = reader->name;

  if (strcmp (name, "BDC") == 0 || strcmp (name, "BMC") == 0)
    self->depth++;
  else if (strcmp (name, "EMC") == 0)
    self->depth--;
  else if (strcmp (name, "BT") == 0)
    {
      self->text = self->depth > 0 ? -1 : (gssize) reader->first;
      self->has_shown = FALSE;
    }
  else if (strcmp (name, "ET") == 0)
    {
      if (self->text >= 0 && self->has_shown)
        wrap (self, (gsize) self->text, reader->end);
      self->text = -1;
    }
  else if (is_one_of (name, show))
    self->has_shown |= self->depth <= 0;
  else if (self->depth > 0)
    return;
  else if (is_one_of (name, path))
    self->path = self->path < 0 ? (gssize) reader->first : self->path;
  else if (strcmp (name, "n") == 0)
    self->path = -1;
  else if (is_one_of (name, paint))
    {
      wrap (self, self->path < 0 ? reader->first : (gsize) self->path, reader->end);
      self->path = -1;
    }
  else if (strcmp (name, "Do") == 0 || strcmp (name, "sh") == 0)
    wrap (self, reader->first, reader->end);
}

guint
wijk_pdf_content_wrap (const char *data, gsize size, GString *wrapped)
{
  Wrapper self = { .reader = { .data = data, .size = size }, .wrapped = wrapped };

  self.path = self.text = -1;
  while (read_operator (&self.reader))
    take_operator (&self);
  if (wrapped)
    g_string_append_len (wrapped, data + self.done, size - self.done);
  return self.n;
}

void
wijk_pdf_content_foreach (const char *data,
                          gsize size,
                          WijkPdfOperator callback,
                          gpointer user_data)
{
  Reader reader = { .data = data, .size = size };

  while (read_operator (&reader))
    callback (
        reader.name, data + reader.first, data + reader.end - strlen (reader.name), user_data);
}

/* The number behind /MCID among the operands, or -1. */
static int
find_mark (const Reader *reader)
{
  g_autofree char *operands = g_strndup (reader->data + reader->first, reader->end - reader->first);
  const char *at = strstr (operands, "/MCID");

  return at ? (int) g_ascii_strtoll (at + 5, NULL, 10) : -1;
}

GArray *
wijk_pdf_content_list_marks (const char *data, gsize size)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (int));
  Reader reader = { .data = data, .size = size };
  const int broken = -1;
  int depth = 0;

  while (read_operator (&reader))
    {
      if (strcmp (reader.name, "BDC") == 0 || strcmp (reader.name, "BMC") == 0)
        {
          int mark = strcmp (reader.name, "BDC") == 0 ? find_mark (&reader) : -1;

          depth++;
          if (mark >= 0)
            g_array_append_val (marks, mark);
        }
      else if (strcmp (reader.name, "EMC") == 0 && --depth < 0)
        break;
    }
  if (depth != 0)
    g_array_append_val (marks, broken);
  return marks;
}
