/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-escape.h"

#include <string.h>

static gboolean
is_break (const char *p)
{
  return strncmp (p, WIJK_LINE_BREAK, strlen (WIJK_LINE_BREAK)) == 0;
}

static gboolean
is_line_start (const WijkLine *self, const char *p)
{
  return p == self->text || (p - self->text >= 3 && is_break (p - 3));
}

static gboolean
is_line_end (const char *p)
{
  return *p == '\0' || is_break (p);
}

/* "1." and "1)" at the start of a line, at their last character. */
static gboolean
ends_number (const WijkLine *self, const char *p, const char *end)
{
  const char *digits = p;

  if (p + 1 < end && !g_ascii_isspace (p[1]) && !is_line_end (p + 1))
    return FALSE;
  while (digits > self->text && p - digits < 10 && g_ascii_isdigit (digits[-1]))
    digits--;

  return digits < p && is_line_start (self, digits);
}

static gboolean
is_inside_word (const char *p, const char *start, const char *end)
{
  return p > start && p + 1 < end && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))) &&
         g_unichar_isalnum (g_utf8_get_char (p + 1));
}

/* Whether the ASCII character at @p, in a span from @start to @end, needs a backslash. */
static gboolean
needs_escape (const WijkLine *self, const char *p, const char *start, const char *end)
{
  gboolean is_last = p + 1 == end;

  switch (*p)
    {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '~':
      return TRUE;
    case '_':
      return !is_inside_word (p, start, end);
    case '<':
      return is_last || g_ascii_isalpha (p[1]) || strchr ("/!?", p[1]) != NULL;
    case '&':
      return is_last || g_ascii_isalnum (p[1]) || p[1] == '#';
    case '!':
      return is_last && *end != '\0';
    case '|':
      return self->mode == WIJK_INLINE_CELL || self->has_breaks;
    case '#':
      return self->mode == WIJK_INLINE_HEADING || is_line_start (self, p);
    case '-':
    case '+':
    case '=':
    case '>':
      return is_line_start (self, p);
    case ':':
      return is_line_start (self, p) || (p == start && self->is_after_note);
    case '(':
      return p == start && self->is_after_note;
    case '.':
    case ')':
      return ends_number (self, p, end);
    default:
      return FALSE;
    }
}

static void
add_break (const WijkLine *self, GString *piece, const char *p)
{
  gboolean is_at_edge = p == self->text || p[strlen (WIJK_LINE_BREAK)] == '\0';

  if (self->mode != WIJK_INLINE_LINES)
    g_string_append (piece, "<br>");
  else
    g_string_append (piece, is_at_edge ? "&#8232;" : "\\\n");
}

gboolean
wijk_escape_is_line_start (const WijkLine *line, gsize position)
{
  return is_line_start (line, line->text + position);
}

void
wijk_escape_text (GString *out, const WijkLine *line, gsize span_start, gsize span_end)
{
  const char *start = line->text + span_start;
  const char *end = line->text + span_end;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (is_break (p))
      add_break (line, out, p);
    else if ((*p == ' ' || *p == '\t') && (is_line_start (line, p) || is_line_end (p + 1)))
      g_string_append_printf (out, "&#%d;", *p);
    else
      {
        if ((guchar) *p < 0x80 && needs_escape (line, p, start, end))
          g_string_append_c (out, '\\');
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
      }
}

void
wijk_escape_code (GString *out, const char *code)
{
  gsize length = strlen (code);
  guint longest = 0, run = 0;
  gboolean is_padded = *code == '`' || code[length - 1] == '`' ||
                       (*code == ' ' && code[length - 1] == ' ' && strspn (code, " ") < length);

  for (const char *p = code; *p != '\0'; p++)
    {
      run = *p == '`' ? run + 1 : 0;
      longest = MAX (longest, run);
    }

  for (guint i = 0; i <= longest; i++)
    g_string_append_c (out, '`');
  g_string_append (out, is_padded ? " " : "");
  g_string_append (out, code);
  g_string_append (out, is_padded ? " " : "");
  for (guint i = 0; i <= longest; i++)
    g_string_append_c (out, '`');
}

/* Whether "&" at @p would be read as an entity. */
static gboolean
begins_entity (const char *p)
{
  const char *end = p + 1;

  while (g_ascii_isalnum (*end) || *end == '#')
    end++;

  return end > p + 1 && *end == ';';
}

void
wijk_escape_uri (GString *out, const char *uri)
{
  for (const char *p = uri; *p != '\0'; p++)
    if ((guchar) *p <= 0x20 || *p == 0x7f)
      g_string_append_printf (out, "&#%d;", *p);
    else
      {
        if (strchr ("()<>\\", *p) != NULL)
          g_string_append_c (out, '\\');
        g_string_append_c (out, *p);
        if (*p == '&' && begins_entity (p))
          g_string_append (out, "amp;"); /* entities are read before backslashes here */
      }
}

static void
add_quoted (GString *out, const char *text, const char *escaped)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text < 0x20)
      g_string_append_printf (out, "&#%d;", *text);
    else
      {
        if (strchr (escaped, *text) != NULL)
          g_string_append_c (out, '\\');
        g_string_append_c (out, *text);
        if (*text == '&')
          g_string_append (out, "amp;");
      }
}

char *
wijk_escape_dup_image (const char *alt, const char *uri, const char *title)
{
  GString *out = g_string_new ("![");

  add_quoted (out, alt, "\\`*_[]<~!|^");
  g_string_append (out, "](");
  wijk_escape_uri (out, uri);
  if (*title != '\0')
    {
      g_string_append (out, " \"");
      add_quoted (out, title, "\\\"");
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, ')');

  return g_string_free_and_steal (out);
}
