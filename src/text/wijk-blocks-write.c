/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-blocks-private.h"

#include <string.h>

/* What is open while blocks are written one after the other. */
typedef struct
{
  GString *out;
  guint depth;                             /* of the open list; 0: none */
  guint indent[WIJK_LIST_LEVEL_MAX + 1];   /* columns of the words of an item on this level */
  guint number[WIJK_LIST_LEVEL_MAX + 1];   /* of the item before; 0: it was none */
  gboolean paren[WIJK_LIST_LEVEL_MAX + 1]; /* "1)", not "1." */
  gboolean is_after_item;
  gboolean is_after_quote;
  gboolean is_after_literal_list; /* which an item would go on */
} BlockWriter;

static void
add_columns (GString *out, guint n)
{
  g_string_append_printf (out, "%*s", (int) n, "");
}

/* Adds @text with @prefix before each line but the first. */
static void
add_lines (GString *out, const char *text, const char *prefix)
{
  const char *end;

  while ((end = strchr (text, '\n')) != NULL)
    {
      g_string_append_len (out, text, end + 1 - text);
      g_string_append (out, prefix);
      text = end + 1;
    }
  g_string_append (out, text);
}

/* The block's words, or the joiner if there are none, which is nothing but keeps the place. */
static void
add_words (BlockWriter *self, WijkBlock *block, WijkInlineMode mode, const char *prefix)
{
  g_autoptr (GString) words = g_string_new (NULL);

  wijk_inline_write (block, mode, words);
  add_lines (self->out, words->len > 0 ? words->str : WIJK_JOINER, prefix);
}

static void
begin (BlockWriter *self, const char *between)
{
  if (self->out->len > 0)
    g_string_append (self->out, between);
}

static void
close_lists (BlockWriter *self, guint depth)
{
  for (guint i = depth + 1; i <= WIJK_LIST_LEVEL_MAX; i++)
    {
      self->number[i] = 0;
      self->paren[i] = FALSE;
    }
  self->depth = depth;
}

static void
write_item (BlockWriter *self, WijkBlock *block)
{
  guint level = wijk_block_get_level (block);
  guint start = wijk_block_get_start (block);
  guint column = level > 1 ? self->indent[level - 1] : 0;
  gboolean goes_on = self->number[level] > 0;
  gboolean is_deeper = level > self->depth;
  g_autofree char *marker = NULL;
  g_autofree char *prefix = NULL;

  if (wijk_block_get_kind (block) == WIJK_BLOCK_BULLET)
    {
      close_lists (self, level - 1);
      marker = g_strdup ("- ");
    }
  else
    {
      guint number = start > 0 ? start : goes_on ? self->number[level] + 1 : 1;
      gboolean paren = goes_on && start > 0 ? !self->paren[level] : self->paren[level];

      close_lists (self, level);
      self->number[level] = MIN (number, 999999999);
      self->paren[level] = paren;
      marker = g_strdup_printf ("%u%c ", self->number[level], paren ? ')' : '.');
    }

  self->depth = level;
  self->indent[level] = column + strlen (marker);
  prefix = g_strnfill (self->indent[level], ' ');

  /* a number other than 1 does not end the paragraph before it */
  if (self->is_after_literal_list)
    begin (self, "\n\n" WIJK_LIST_SEPARATOR);
  begin (self, self->is_after_item && !(is_deeper && start > 1) ? "\n" : "\n\n");
  add_columns (self->out, column);
  g_string_append (self->out, marker);
  add_words (self, block, WIJK_INLINE_LINES, prefix);
}

static void
write_paragraph (BlockWriter *self, WijkBlock *block)
{
  guint level = wijk_block_get_level (block);
  guint column = level > 0 ? self->indent[level] : 0;
  g_autofree char *prefix = g_strnfill (column, ' ');

  close_lists (self, level);
  begin (self, "\n\n");
  g_string_append (self->out, prefix);
  add_words (self, block, WIJK_INLINE_LINES, prefix);
}

static void
write_heading (BlockWriter *self, WijkBlock *block)
{
  begin (self, "\n\n");
  g_string_append_len (self->out, "####", wijk_block_get_level (block));
  g_string_append_c (self->out, ' ');
  add_words (self, block, WIJK_INLINE_HEADING, "");
}

static void
write_quote (BlockWriter *self, WijkBlock *block)
{
  begin (self, self->is_after_quote ? "\n>\n" : "\n\n");
  g_string_append (self->out, "> ");
  add_words (self, block, WIJK_INLINE_LINES, "> ");
}

static void
write_table (BlockWriter *self, WijkBlock *table)
{
  static const char *const rules[] = { " --- |", " :-- |", " :-: |", " --: |" };
  guint n_columns = wijk_block_get_n_columns (table);

  if (wijk_block_get_n_rows (table) == 0)
    wijk_block_add_row (table);

  begin (self, "\n\n");
  for (guint row = 0; row < wijk_block_get_n_rows (table); row++)
    {
      g_string_append (self->out, row > 0 ? "\n|" : "|");
      for (guint i = 0; i < n_columns; i++)
        {
          g_string_append_c (self->out, ' ');
          wijk_inline_write (wijk_block_get_cell (table, row, i), WIJK_INLINE_CELL, self->out);
          g_string_append (self->out, " |");
        }
      for (guint i = 0; row == 0 && i < n_columns; i++)
        g_string_append_printf (
            self->out, "%s%s", i == 0 ? "\n|" : "", rules[wijk_block_get_align (table, i)]);
    }
}

static void
write_literal (BlockWriter *self, const char *text)
{
  gboolean is_list = wijk_literal_is_list (text);

  if (is_list && (self->is_after_item || self->is_after_literal_list))
    begin (self, "\n\n" WIJK_LIST_SEPARATOR);
  begin (self, "\n\n");
  g_string_append (self->out, text);
  self->is_after_literal_list = is_list;
}

static void
write_block (BlockWriter *self, WijkBlock *block)
{
  WijkBlockKind kind = wijk_block_get_kind (block);
  gboolean is_item = kind == WIJK_BLOCK_BULLET || kind == WIJK_BLOCK_NUMBER;

  if (!is_item && kind != WIJK_BLOCK_PARAGRAPH)
    close_lists (self, 0);

  switch (kind)
    {
    case WIJK_BLOCK_BULLET:
    case WIJK_BLOCK_NUMBER:
      write_item (self, block);
      break;
    case WIJK_BLOCK_HEADING:
      write_heading (self, block);
      break;
    case WIJK_BLOCK_QUOTE:
      write_quote (self, block);
      break;
    case WIJK_BLOCK_TABLE:
      write_table (self, block);
      break;
    case WIJK_BLOCK_LITERAL:
      write_literal (self, wijk_block_get_text (block));
      break;
    case WIJK_BLOCK_PARAGRAPH:
    default:
      write_paragraph (self, block);
      break;
    }

  self->is_after_item = self->depth > 0;
  self->is_after_quote = kind == WIJK_BLOCK_QUOTE;
  self->is_after_literal_list = self->is_after_literal_list && kind == WIJK_BLOCK_LITERAL;
}

/* What does not read back as the literal it is said to be is written as what it reads as: nothing
 * that is put here can swallow the blocks after it. */
static void
write_checked_literal (BlockWriter *self, WijkBlock *block)
{
  g_autoptr (WijkBlocks) read = wijk_blocks_parse (wijk_block_get_text (block));

  for (guint i = 0; i < wijk_blocks_get_n_blocks (read); i++)
    write_block (self, wijk_blocks_get_block (read, i));
}

char *
wijk_blocks_write (WijkBlocks *self)
{
  BlockWriter writer = { .out = g_string_new (NULL) };

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < wijk_blocks_get_n_blocks (self); i++)
    {
      WijkBlock *block = wijk_blocks_get_block (self, i);

      if (wijk_block_get_kind (block) == WIJK_BLOCK_LITERAL)
        write_checked_literal (&writer, block);
      else
        write_block (&writer, block);
    }

  /* a lone paragraph without words */
  if (g_str_equal (writer.out->str, WIJK_JOINER))
    g_string_truncate (writer.out, 0);

  return g_string_free_and_steal (writer.out);
}
