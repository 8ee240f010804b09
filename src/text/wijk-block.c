/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-block-private.h"

#include <string.h>

#define START_MAX 999999999
#define LABEL_MAX 100

struct _WijkBlock
{
  WijkBlockKind kind;
  guint level;
  guint start;
  GString *text;
  GArray *spans; /* of WijkSpan */
  guint n_columns;
  WijkAlign *aligns;
  GPtrArray *cells; /* row by row */
};

static void
clear_span (gpointer data)
{
  WijkSpan *span = data;

  g_clear_pointer ((char **) &span->uri, g_ref_string_release);
}

WijkBlock *
wijk_block_new (WijkBlockKind kind, guint level)
{
  WijkBlock *self = g_new0 (WijkBlock, 1);

  self->kind = kind;
  self->level = level;
  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (WijkSpan));
  g_array_set_clear_func (self->spans, clear_span);

  return self;
}

WijkBlock *
wijk_block_new_table (guint n_columns)
{
  WijkBlock *self = wijk_block_new (WIJK_BLOCK_TABLE, 0);

  self->n_columns = CLAMP (n_columns, 1, G_MAXUINT16);
  self->aligns = g_new0 (WijkAlign, self->n_columns);
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_block_free);

  return self;
}

void
wijk_block_free (WijkBlock *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_free (self->aligns);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_free (self);
}

static gboolean
spans_equal (WijkBlock *a, WijkBlock *b)
{
  if (a->spans->len != b->spans->len)
    return FALSE;

  for (guint i = 0; i < a->spans->len; i++)
    {
      const WijkSpan *one = &g_array_index (a->spans, WijkSpan, i);
      const WijkSpan *other = &g_array_index (b->spans, WijkSpan, i);

      if (one->end != other->end || one->style != other->style ||
          g_strcmp0 (one->uri, other->uri) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
cells_equal (WijkBlock *a, WijkBlock *b)
{
  if (a->n_columns != b->n_columns)
    return FALSE;
  if (a->cells == NULL || b->cells == NULL)
    return a->cells == b->cells;
  if (a->cells->len != b->cells->len ||
      memcmp (a->aligns, b->aligns, a->n_columns * sizeof (WijkAlign)) != 0)
    return FALSE;

  for (guint i = 0; i < a->cells->len; i++)
    if (!wijk_block_equal (a->cells->pdata[i], b->cells->pdata[i]))
      return FALSE;

  return TRUE;
}

gboolean
wijk_block_equal (WijkBlock *a, WijkBlock *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && a->level == b->level && a->start == b->start &&
         g_string_equal (a->text, b->text) && spans_equal (a, b) && cells_equal (a, b);
}

WijkBlockKind
wijk_block_get_kind (WijkBlock *self)
{
  g_return_val_if_fail (self != NULL, WIJK_BLOCK_PARAGRAPH);

  return self->kind;
}

guint
wijk_block_get_level (WijkBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->level;
}

void
wijk_block_set_level (WijkBlock *self, guint level)
{
  g_return_if_fail (self != NULL);

  self->level = level;
}

guint
wijk_block_get_start (WijkBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->start;
}

void
wijk_block_set_start (WijkBlock *self, guint start)
{
  g_return_if_fail (self != NULL);

  self->start = MIN (start, START_MAX);
}

const char *
wijk_block_get_text (WijkBlock *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->text->str;
}

const WijkSpan *
wijk_block_get_spans (WijkBlock *self, guint *n_spans)
{
  g_return_val_if_fail (self != NULL && n_spans != NULL, NULL);

  *n_spans = self->spans->len;

  return (const WijkSpan *) (gpointer) self->spans->data;
}

gsize
wijk_block_scan_footnote (const char *text)
{
  const char *p = text + 2;

  if (text[0] != '[' || text[1] != '^')
    return 0;

  while (p - text < LABEL_MAX)
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && c != '-' && c != '.' &&
          !(c == '_' && g_ascii_isalnum (p[-1]) && g_ascii_isalnum (p[1])))
        break;
      p = g_utf8_next_char (p);
    }

  return *p == ']' && p > text + 2 ? (gsize) (p + 1 - text) : 0;
}

static void
add_span (WijkBlock *self, gsize length, WijkStyle style, const char *uri)
{
  guint end = self->text->len;
  WijkSpan span = { end - length, end, style, NULL };

  if (length == 0)
    return;

  if (self->spans->len > 0 && !(style & WIJK_STYLE_FOOTNOTE))
    {
      WijkSpan *last = &g_array_index (self->spans, WijkSpan, self->spans->len - 1);

      if (last->style == style && g_strcmp0 (last->uri, uri) == 0)
        {
          last->end = end;
          return;
        }
    }

  span.uri = uri != NULL ? g_ref_string_new (uri) : NULL;
  g_array_append_val (self->spans, span);
}

static void
append_footnotes (WijkBlock *self, const char *text, WijkStyle style, const char *uri)
{
  const char *p = text;
  gsize n;

  while ((n = wijk_block_scan_footnote (p)) > 0)
    p += n;

  if (*p != '\0')
    {
      g_string_append (self->text, text);
      add_span (self, strlen (text), style & ~WIJK_STYLE_FOOTNOTE, uri);
      return;
    }

  for (p = text; *p != '\0'; p += n)
    {
      n = wijk_block_scan_footnote (p);
      g_string_append_len (self->text, p, n);
      add_span (self, n, style & ~(WIJK_STYLE_LITERAL | WIJK_STYLE_CODE), uri);
    }
}

static gboolean
is_left_out (gunichar c, gboolean is_literal)
{
  if (c < 0x20)
    return c != '\t' && !(is_literal && c == '\n');

  return c == 0x7f || c == 0xfeff || c == 0xfdd0 || (c == 0x2060 && !is_literal);
}

/* As wijk_block_append() says. */
static char *
clean (const char *text, gboolean is_literal)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r' || c == '\n' || c == 0x2029)
        g_string_append (out, is_literal ? "\n" : WIJK_LINE_BREAK);
      else if (!is_left_out (c, is_literal))
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }

  return g_string_free_and_steal (out);
}

void
wijk_block_append (WijkBlock *self, const char *text, WijkStyle style, const char *uri)
{
  gboolean is_literal;
  g_autofree char *cleaned = NULL;

  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (self->kind != WIJK_BLOCK_TABLE);

  is_literal = self->kind == WIJK_BLOCK_LITERAL;
  cleaned = clean (text, is_literal);

  if (style & WIJK_STYLE_LITERAL)
    style &= ~WIJK_STYLE_CODE;

  if (!is_literal && (style & WIJK_STYLE_FOOTNOTE))
    {
      append_footnotes (self, cleaned, style, uri);
      return;
    }

  g_string_append (self->text, cleaned);
  add_span (self, strlen (cleaned), is_literal ? WIJK_STYLE_PLAIN : style, is_literal ? NULL : uri);
}

guint
wijk_block_get_n_columns (WijkBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

guint
wijk_block_get_n_rows (WijkBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cells != NULL ? self->cells->len / self->n_columns : 0;
}

void
wijk_block_add_row (WijkBlock *self)
{
  g_return_if_fail (self != NULL && self->cells != NULL);

  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, wijk_block_new (WIJK_BLOCK_PARAGRAPH, 0));
}

WijkBlock *
wijk_block_get_cell (WijkBlock *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && self->cells != NULL, NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);
  g_return_val_if_fail (row < wijk_block_get_n_rows (self), NULL);

  return self->cells->pdata[row * self->n_columns + column];
}

WijkAlign
wijk_block_get_align (WijkBlock *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, WIJK_ALIGN_NONE);

  return self->aligns[column];
}

void
wijk_block_set_align (WijkBlock *self, guint column, WijkAlign align)
{
  g_return_if_fail (self != NULL && column < self->n_columns);

  self->aligns[column] = align;
}
