/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-blocks-private.h"

#include <string.h>

/* A style or link that spans are nested in, outermost first where they last equally long. */
typedef enum
{
  MARK_LINK,
  MARK_BOLD,
  MARK_ITALIC,
  MARK_STRIKE,
  N_MARKS,
} Mark;

static const WijkStyle mark_styles[N_MARKS] = {
  0, WIJK_STYLE_BOLD, WIJK_STYLE_ITALIC, WIJK_STYLE_STRIKE
};
static const char *const mark_signs[N_MARKS] = { "[", "**", "*", "~~" };

typedef struct
{
  WijkBlock *block;
  const char *text;
  const WijkSpan *spans;
  guint n_spans;
  guint *lasts[N_MARKS]; /* for each span: the last span up to which this mark goes on */
  WijkInlineMode mode;
  gboolean has_breaks;
  GString *out;
  gsize start;
  Mark open[N_MARKS];
  guint n_open;
  const char *uri;        /* of the open link */
  gboolean is_after_note; /* where "(", ":" and "[" would change what "[^1]" is */
  gboolean is_pending;    /* the sign at .sign may need a joiner once its neighbours are known */
  gboolean is_opening;
  gsize sign;
} Writer;

/* Neither space nor punctuation in any version of Unicode, so that it takes an emphasis sign. */
static gboolean
is_firm (gunichar c)
{
  return g_unichar_isalnum (c) || c == 0x2060;
}

static gboolean
is_mark (gunichar c)
{
  return c == '*' || c == '~';
}

static gboolean
is_open_ground (gunichar c)
{
  return c == 0 || c == ' ' || c == '\n' || (c < 0x80 && g_ascii_ispunct (c) && !is_mark (c));
}

static gunichar
char_before (Writer *self, gsize position)
{
  if (position == self->start)
    return 0;

  return g_utf8_get_char (g_utf8_prev_char (self->out->str + position));
}

/* CommonMark lets a sign open or close only in the right company (its "flanking" rules). What is
 * put down next begins with @next; 0 at the end of the text. */
static void
settle (Writer *self, gunichar next)
{
  gunichar before;

  if (!self->is_pending)
    return;

  self->is_pending = FALSE;
  before = char_before (self, self->sign);
  if (self->is_opening)
    {
      if (!is_firm (next) &&
          !(next < 0x80 && g_ascii_ispunct (next) && !is_mark (next) && is_open_ground (before)))
        g_string_append (self->out, WIJK_JOINER);
    }
  else if (!is_firm (before) && !(before != 0 && before < 0x80 && g_ascii_ispunct (before) &&
                                  !is_mark (before) && is_open_ground (next)))
    g_string_insert (self->out, self->sign, WIJK_JOINER);
}

static void
put (Writer *self, const char *piece)
{
  settle (self, g_utf8_get_char (piece));
  g_string_append (self->out, piece);
  self->is_after_note = FALSE;
}

static void
put_sign (Writer *self, const char *sign, gboolean is_opening)
{
  settle (self, *sign);
  if (char_before (self, self->out->len) == (gunichar) *sign)
    g_string_append (self->out, WIJK_JOINER);

  self->is_pending = TRUE;
  self->is_opening = is_opening;
  self->sign = self->out->len;
  g_string_append (self->out, sign);
}

/* In a cell a bar is escaped before anything else is read, in code and links too. */
static void
put_verbatim (Writer *self, const char *text)
{
  g_autoptr (GString) piece = g_string_new (text);

  if (self->mode == WIJK_INLINE_CELL)
    g_string_replace (piece, "|", "\\|", 0);
  put (self, piece->str);
}

static gboolean
has_mark (const WijkSpan *span, Mark mark)
{
  return mark == MARK_LINK ? span->uri != NULL : (span->style & mark_styles[mark]) != 0;
}

static void
close_mark (Writer *self)
{
  Mark mark = self->open[--self->n_open];
  g_autoptr (GString) end = NULL;

  if (mark != MARK_LINK)
    {
      put_sign (self, mark_signs[mark], FALSE);
      return;
    }

  end = g_string_new ("](");
  wijk_inline_add_uri (end, self->uri);
  g_string_append_c (end, ')');
  put_verbatim (self, end->str);
  self->uri = NULL;
}

/* "]:" in code or HTML would make what begins with a link the definition of one. */
static gboolean
has_verbatim (Writer *self)
{
  for (guint i = 0; i < self->n_spans; i++)
    if (self->spans[i].style & (WIJK_STYLE_CODE | WIJK_STYLE_LITERAL))
      return TRUE;

  return FALSE;
}

static void
open_mark (Writer *self, Mark mark, const WijkSpan *span)
{
  self->open[self->n_open++] = mark;
  if (mark != MARK_LINK)
    {
      put_sign (self, mark_signs[mark], TRUE);
      return;
    }

  if (self->is_after_note || (self->out->len == self->start && has_verbatim (self)))
    put (self, WIJK_JOINER);
  put (self, mark_signs[mark]);
  self->uri = span->uri;
}

static gboolean
goes_on (Writer *self, Mark mark, const WijkSpan *span)
{
  return has_mark (span, mark) && (mark != MARK_LINK || g_strcmp0 (self->uri, span->uri) == 0);
}

static gboolean
is_open (Writer *self, Mark mark)
{
  for (guint i = 0; i < self->n_open; i++)
    if (self->open[i] == mark)
      return TRUE;

  return FALSE;
}

/* Closes what ends before span @i, and what is nested in that; opens what begins, longest first. */
static void
change_marks (Writer *self, guint i)
{
  const WijkSpan *span = &self->spans[i];
  guint keep = 0;

  while (keep < self->n_open && goes_on (self, self->open[keep], span))
    keep++;
  while (self->n_open > keep)
    close_mark (self);

  for (;;)
    {
      Mark longest = N_MARKS;

      for (Mark mark = 0; mark < N_MARKS; mark++)
        if (has_mark (span, mark) && !is_open (self, mark) &&
            (longest == N_MARKS || self->lasts[mark][i] > self->lasts[longest][i]))
          longest = mark;
      if (longest == N_MARKS)
        break;
      open_mark (self, longest, span);
    }
}

static gboolean
is_break (const char *p)
{
  return strncmp (p, WIJK_LINE_BREAK, strlen (WIJK_LINE_BREAK)) == 0;
}

static gboolean
is_line_start (Writer *self, const char *p)
{
  return p == self->text || (p - self->text >= 3 && is_break (p - 3));
}

static gboolean
is_line_end (Writer *self, const char *p)
{
  return *p == '\0' || is_break (p);
}

/* "1." and "1)" at the start of a line, at their last character. */
static gboolean
ends_number (Writer *self, const char *p, const char *end)
{
  const char *digits = p;

  if (p + 1 < end && !g_ascii_isspace (p[1]) && !is_line_end (self, p + 1))
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
needs_escape (Writer *self, const char *p, const char *start, const char *end)
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
add_break (Writer *self, GString *piece, const char *p)
{
  gboolean is_at_edge = p == self->text || p[strlen (WIJK_LINE_BREAK)] == '\0';

  if (self->mode != WIJK_INLINE_LINES)
    g_string_append (piece, "<br>");
  else
    g_string_append (piece, is_at_edge ? "&#8232;" : "\\\n");
}

static void
put_text (Writer *self, const WijkSpan *span)
{
  g_autoptr (GString) piece = g_string_sized_new (span->end - span->start + 16);
  const char *start = self->text + span->start;
  const char *end = self->text + span->end;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (is_break (p))
      add_break (self, piece, p);
    else if ((*p == ' ' || *p == '\t') && (is_line_start (self, p) || is_line_end (self, p + 1)))
      g_string_append_printf (piece, "&#%d;", *p);
    else
      {
        if ((guchar) *p < 0x80 && needs_escape (self, p, start, end))
          g_string_append_c (piece, '\\');
        g_string_append_len (piece, p, g_utf8_next_char (p) - p);
      }

  put (self, piece->str);
}

static void
put_code (Writer *self, const char *code)
{
  g_autoptr (GString) piece = g_string_new (NULL);
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
    g_string_append_c (piece, '`');
  g_string_append (piece, is_padded ? " " : "");
  g_string_append (piece, code);
  g_string_append (piece, is_padded ? " " : "");
  for (guint i = 0; i <= longest; i++)
    g_string_append_c (piece, '`');
  put_verbatim (self, piece->str);
}

/* Whether @text reads as one literal span wherever it stands. */
static gboolean
is_literal (const char *text)
{
  g_autofree char *framed = g_strconcat (WIJK_JOINER, text, WIJK_JOINER, NULL);
  g_autoptr (WijkBlocks) blocks = wijk_blocks_parse (framed);
  WijkBlock *block;
  const WijkSpan *spans;
  guint n_spans;

  if (wijk_blocks_get_n_blocks (blocks) != 1)
    return FALSE;

  block = wijk_blocks_get_block (blocks, 0);
  spans = wijk_block_get_spans (block, &n_spans);

  return n_spans == 1 && spans[0].style == WIJK_STYLE_LITERAL &&
         g_str_equal (wijk_block_get_text (block), text);
}

static void
put_span (Writer *self, const WijkSpan *span)
{
  g_autofree char *text = g_strndup (self->text + span->start, span->end - span->start);

  if (span->style & WIJK_STYLE_FOOTNOTE)
    {
      put (self, text);
      self->is_after_note = TRUE;
    }
  else if ((span->style & WIJK_STYLE_LITERAL) && is_literal (text))
    { /* HTML at the start of a line would be a block of it */
      if (is_line_start (self, self->text + span->start))
        put (self, WIJK_JOINER);
      put_verbatim (self, text);
    }
  else if (span->style & WIJK_STYLE_CODE)
    put_code (self, text);
  else
    put_text (self, span);
}

static void
find_lasts (Writer *self)
{
  for (Mark mark = 0; mark < N_MARKS; mark++)
    {
      guint *lasts = self->lasts[mark] = g_new (guint, self->n_spans);

      for (guint i = self->n_spans; i-- > 0;)
        {
          const WijkSpan *next = i + 1 < self->n_spans ? &self->spans[i + 1] : NULL;
          gboolean is_more = next != NULL && has_mark (next, mark) &&
                             (mark != MARK_LINK || g_strcmp0 (next->uri, self->spans[i].uri) == 0);

          lasts[i] = is_more ? lasts[i + 1] : i;
        }
    }
}

void
wijk_inline_write (WijkBlock *block, WijkInlineMode mode, GString *out)
{
  Writer self = { .block = block, .mode = mode, .out = out, .start = out->len };

  self.text = wijk_block_get_text (block);
  self.spans = wijk_block_get_spans (block, &self.n_spans);
  self.has_breaks = strstr (self.text, WIJK_LINE_BREAK) != NULL;
  find_lasts (&self);

  for (guint i = 0; i < self.n_spans; i++)
    {
      change_marks (&self, i);
      put_span (&self, &self.spans[i]);
    }
  while (self.n_open > 0)
    close_mark (&self);
  settle (&self, 0);

  for (Mark mark = 0; mark < N_MARKS; mark++)
    g_free (self.lasts[mark]);
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
wijk_inline_add_uri (GString *out, const char *uri)
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
wijk_inline_dup_image (const char *alt, const char *uri, const char *title)
{
  GString *out = g_string_new ("![");

  add_quoted (out, alt, "\\`*_[]<~!|^");
  g_string_append (out, "](");
  wijk_inline_add_uri (out, uri);
  if (*title != '\0')
    {
      g_string_append (out, " \"");
      add_quoted (out, title, "\\\"");
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, ')');

  return g_string_free_and_steal (out);
}
