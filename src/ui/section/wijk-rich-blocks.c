/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-rich-buffer-private.h"

#include <string.h>

#include "wijk-rich-tags.h"

#define COLUMN_MOST 40 /* characters that a column of a table is made wide for */

/* ---- blocks that are shown, not written ---- */

static WijkBlock *
copy_words (WijkBlock *from, WijkBlock *to)
{
  const char *text = wijk_block_get_text (from);
  guint n_spans;
  const WijkSpan *spans = wijk_block_get_spans (from, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *words = g_strndup (text + spans[i].start, spans[i].end - spans[i].start);

      wijk_block_append (to, words, spans[i].style, spans[i].uri);
    }

  return to;
}

static WijkBlock *
copy_table (WijkBlock *from)
{
  guint n_columns = wijk_block_get_n_columns (from);
  WijkBlock *table = wijk_block_new_table (n_columns);

  for (guint column = 0; column < n_columns; column++)
    wijk_block_set_align (table, column, wijk_block_get_align (from, column));
  for (guint row = 0; row < wijk_block_get_n_rows (from); row++)
    {
      wijk_block_add_row (table);
      for (guint column = 0; column < n_columns; column++)
        copy_words (wijk_block_get_cell (from, row, column),
                    wijk_block_get_cell (table, row, column));
    }

  return table;
}

static char *
dup_source (WijkBlock *block)
{
  g_autoptr (WijkBlocks) blocks = NULL;

  switch (wijk_block_get_kind (block))
    {
    case WIJK_BLOCK_LITERAL:
      return g_strdup (wijk_block_get_text (block));
    case WIJK_BLOCK_TABLE:
      blocks = wijk_blocks_new ();
      wijk_blocks_append (blocks, copy_table (block));
      return wijk_blocks_write (blocks);
    case WIJK_BLOCK_PARAGRAPH:
    case WIJK_BLOCK_HEADING:
    case WIJK_BLOCK_BULLET:
    case WIJK_BLOCK_NUMBER:
    case WIJK_BLOCK_QUOTE:
    default:
      return NULL;
    }
}

static glong
measure_column (WijkBlock *table, guint column)
{
  glong width = 1;

  for (guint row = 0; row < wijk_block_get_n_rows (table); row++)
    width = MAX (
        width, g_utf8_strlen (wijk_block_get_text (wijk_block_get_cell (table, row, column)), -1));

  return MIN (width, COLUMN_MOST);
}

static void
show_cell (GString *out, const char *text, glong width)
{
  glong length = g_utf8_strlen (text, -1);

  g_string_append (out, text);
  for (glong i = length; i < width; i++)
    g_string_append_c (out, ' ');
}

static char *
show_table (WijkBlock *table)
{
  GString *out = g_string_new (NULL);
  guint n_columns = wijk_block_get_n_columns (table);

  for (guint row = 0; row < wijk_block_get_n_rows (table); row++)
    {
      g_string_append (out, row > 0 ? WIJK_LINE_BREAK : "");
      for (guint column = 0; column < n_columns; column++)
        {
          g_string_append (out, column > 0 ? " \342\224\202 " : ""); /* │ */
          show_cell (out,
                     wijk_block_get_text (wijk_block_get_cell (table, row, column)),
                     column + 1 < n_columns ? measure_column (table, column) : 0);
        }
    }

  return g_string_free_and_steal (out);
}

/* What stands in the buffer for @block, without a line end. */
static char *
dup_shown (WijkBlock *block)
{
  g_auto (GStrv) lines = NULL;

  switch (wijk_block_get_kind (block))
    {
    case WIJK_BLOCK_TABLE:
      return show_table (block);
    case WIJK_BLOCK_LITERAL:
      lines = g_strsplit (wijk_block_get_text (block), "\n", -1);
      return g_strjoinv (WIJK_LINE_BREAK, lines);
    case WIJK_BLOCK_PARAGRAPH:
    case WIJK_BLOCK_HEADING:
    case WIJK_BLOCK_BULLET:
    case WIJK_BLOCK_NUMBER:
    case WIJK_BLOCK_QUOTE:
    default:
      return g_strdup (wijk_block_get_text (block));
    }
}

/* ---- from blocks ---- */

static void
style_spans (WijkRichBuffer *self, guint line, WijkBlock *block)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  guint n_spans;
  const WijkSpan *spans = wijk_block_get_spans (block, &n_spans);
  GtkTextIter start, end;

  for (guint i = 0; i < n_spans; i++)
    {
      if (spans[i].style == WIJK_STYLE_PLAIN && spans[i].uri == NULL)
        continue;
      gtk_text_buffer_get_iter_at_line_index (buffer, &start, (int) line, (int) spans[i].start);
      gtk_text_buffer_get_iter_at_line_index (buffer, &end, (int) line, (int) spans[i].end);
      wijk_rich_tags_apply (&start, &end, spans[i].style, spans[i].uri);
    }
}

static WijkRichLine *
make_line (WijkBlock *block)
{
  WijkRichLine *line =
      wijk_rich_line_new (wijk_block_get_kind (block), wijk_block_get_level (block));

  line->start = wijk_block_get_start (block);
  line->source = dup_source (block);

  return line;
}

void
wijk_rich_buffer_insert_block (WijkRichBuffer *self, guint line, WijkBlock *block)
{
  GPtrArray *lines = wijk_rich_buffer_get_lines (self);
  g_autofree char *shown = dup_shown (block);
  g_autofree char *text = g_strconcat (shown, "\n", NULL);
  GtkTextIter start, end;
  GSList *tags;

  wijk_rich_buffer_begin_bare (self);
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &end, (int) line);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), &end, text, -1);
  g_ptr_array_insert (lines, (int) line, make_line (block));
  wijk_rich_buffer_mark_dirty (self, line, line);

  /* tags that go on from the line before into the one behind */
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &start, (int) line);
  tags = gtk_text_iter_get_tags (&start);
  for (GSList *l = tags; l != NULL; l = l->next)
    gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self), l->data, &start, &end);
  g_slist_free (tags);
  wijk_rich_buffer_tag_line (self, line);
  if (((WijkRichLine *) lines->pdata[line])->source == NULL)
    style_spans (self, line, block);
  wijk_rich_buffer_end_bare (self);
}

void
wijk_rich_buffer_remove_lines (WijkRichBuffer *self, guint first, guint n)
{
  GPtrArray *lines = wijk_rich_buffer_get_lines (self);
  GtkTextIter start, end;

  g_assert (n < lines->len);

  wijk_rich_buffer_begin_bare (self);
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &start, (int) first);
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &end, (int) (first + n));
  gtk_text_buffer_delete (GTK_TEXT_BUFFER (self), &start, &end);
  g_ptr_array_remove_range (lines, first, n);
  wijk_rich_buffer_mark_dirty (self, first, first);
  wijk_rich_buffer_end_bare (self);
}

/* Characters that two texts have in common at the start, and behind these at the end. */
static void
compare_texts (const char *a, const char *b, int *n_start, int *n_end)
{
  const char *end_a = a + strlen (a);
  const char *end_b = b + strlen (b);

  for (*n_start = 0; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); (*n_start)++)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  for (*n_end = 0; end_a > a && end_b > b; (*n_end)++)
    {
      end_a = g_utf8_prev_char (end_a);
      end_b = g_utf8_prev_char (end_b);
      if (g_utf8_get_char (end_a) != g_utf8_get_char (end_b))
        break;
    }
}

static void
change_words (WijkRichBuffer *self, guint line, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *old = NULL;
  const char *from, *to;
  GtkTextIter start, end;
  int n_start, n_end;

  wijk_rich_buffer_get_bounds (self, line, &start, &end);
  old = gtk_text_iter_get_slice (&start, &end);
  compare_texts (old, text, &n_start, &n_end);
  from = g_utf8_offset_to_pointer (text, n_start);
  to = g_utf8_offset_to_pointer (text, g_utf8_strlen (text, -1) - n_end);

  gtk_text_iter_forward_chars (&start, n_start);
  gtk_text_iter_backward_chars (&end, n_end);
  if (!gtk_text_iter_equal (&start, &end))
    gtk_text_buffer_delete (buffer, &start, &end);
  if (from < to)
    gtk_text_buffer_insert (buffer, &start, from, (int) (to - from));
}

void
wijk_rich_buffer_change_line (WijkRichBuffer *self, guint line, WijkBlock *block)
{
  GPtrArray *lines = wijk_rich_buffer_get_lines (self);
  g_autofree char *shown = dup_shown (block);
  WijkRichLine *old = lines->pdata[line];
  GtkTextIter start, end;

  wijk_rich_buffer_begin_bare (self);
  change_words (self, line, shown);
  lines->pdata[line] = make_line (block);
  wijk_rich_line_free (old);
  wijk_rich_buffer_mark_dirty (self, line, line);

  wijk_rich_buffer_get_bounds (self, line, &start, &end);
  wijk_rich_tags_clear_styles (&start, &end);
  wijk_rich_buffer_tag_line (self, line);
  if (((WijkRichLine *) lines->pdata[line])->source == NULL)
    style_spans (self, line, block);
  wijk_rich_buffer_end_bare (self);
}

/* ---- to blocks ---- */

static void
cut_spaces (const GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter before = *end;

  while (gtk_text_iter_compare (end, start) > 0 && gtk_text_iter_backward_char (&before) &&
         gtk_text_iter_get_char (&before) == ' ')
    *end = before;
}

WijkBlock *
wijk_rich_buffer_dup_block (WijkRichBuffer *self, guint line)
{
  const WijkRichLine *format = wijk_rich_buffer_get_line (self, line);
  WijkBlock *block;
  GtkTextIter iter, next, end;

  if (format->source != NULL && format->kind == WIJK_BLOCK_TABLE)
    {
      g_autoptr (WijkBlocks) read = wijk_blocks_parse (format->source);

      return copy_table (wijk_blocks_get_block (read, 0));
    }

  block = wijk_block_new (format->kind, format->level);
  wijk_block_set_start (block, format->start);
  if (format->source != NULL)
    {
      wijk_block_append (block, format->source, WIJK_STYLE_PLAIN, NULL);
      return block;
    }

  wijk_rich_buffer_get_bounds (self, line, &iter, &end);
  if (format->is_typed && line != wijk_rich_buffer_get_caret_line (self))
    cut_spaces (&iter, &end);
  for (; gtk_text_iter_compare (&iter, &end) < 0; iter = next)
    {
      g_autofree char *words = NULL;
      const char *uri;
      WijkStyle style = wijk_rich_tags_read (&iter, &uri);

      next = iter;
      wijk_rich_tags_forward (&next, &end);
      words = gtk_text_iter_get_slice (&iter, &next);
      wijk_block_append (block, words, style, uri);
    }

  return block;
}
