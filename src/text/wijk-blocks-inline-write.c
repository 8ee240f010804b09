/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-blocks-private.h"
#include "wijk-escape.h"

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
  WijkLine line;
  const WijkSpan *spans;
  guint n_spans;
  guint *lasts[N_MARKS]; /* for each span: the last span up to which this mark goes on */
  GString *out;
  gsize start;
  Mark open[N_MARKS];
  guint n_open;
  const char *uri;     /* of the open link */
  gboolean is_pending; /* the sign at .sign may need a joiner once its neighbours are known */
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
  self->line.is_after_note = FALSE;
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

  if (self->line.mode == WIJK_INLINE_CELL)
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
  wijk_escape_uri (end, self->uri);
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

  if (self->line.is_after_note || (self->out->len == self->start && has_verbatim (self)))
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

static void
put_text (Writer *self, const WijkSpan *span)
{
  g_autoptr (GString) piece = g_string_sized_new (span->end - span->start + 16);

  wijk_escape_text (piece, &self->line, span->start, span->end);
  put (self, piece->str);
}

static void
put_code (Writer *self, const char *code)
{
  g_autoptr (GString) piece = g_string_new (NULL);

  wijk_escape_code (piece, code);
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
  g_autofree char *text = g_strndup (self->line.text + span->start, span->end - span->start);

  if (span->style & WIJK_STYLE_FOOTNOTE)
    {
      put (self, text);
      self->line.is_after_note = TRUE;
    }
  else if ((span->style & WIJK_STYLE_LITERAL) && is_literal (text))
    { /* HTML at the start of a line would be a block of it */
      if (wijk_escape_is_line_start (&self->line, span->start))
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
  Writer self = { .block = block, .out = out, .start = out->len };

  self.line.text = wijk_block_get_text (block);
  self.line.mode = mode;
  self.line.has_breaks = strstr (self.line.text, WIJK_LINE_BREAK) != NULL;
  self.spans = wijk_block_get_spans (block, &self.n_spans);
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
