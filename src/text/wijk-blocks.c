/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-blocks.h"

#include "wijk-block-private.h"

struct _WijkBlocks
{
  GPtrArray *blocks;
  guint depth;                                  /* of the list the next block may go on in */
  WijkBlockKind kinds[WIJK_LIST_LEVEL_MAX + 1]; /* of the open list on each level */
};

WijkBlocks *
wijk_blocks_new (void)
{
  WijkBlocks *self = g_new0 (WijkBlocks, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_block_free);

  return self;
}

void
wijk_blocks_free (WijkBlocks *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->blocks);
  g_free (self);
}

gboolean
wijk_blocks_equal (WijkBlocks *a, WijkBlocks *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->blocks->len != b->blocks->len)
    return FALSE;

  for (guint i = 0; i < a->blocks->len; i++)
    if (!wijk_block_equal (a->blocks->pdata[i], b->blocks->pdata[i]))
      return FALSE;

  return TRUE;
}

guint
wijk_blocks_get_n_blocks (WijkBlocks *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

WijkBlock *
wijk_blocks_get_block (WijkBlocks *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->blocks->len, NULL);

  return self->blocks->pdata[position];
}

static void
fit_item (WijkBlocks *self, WijkBlock *block)
{
  WijkBlockKind kind = wijk_block_get_kind (block);
  guint level = CLAMP (wijk_block_get_level (block), 1, MIN (self->depth + 1, WIJK_LIST_LEVEL_MAX));
  gboolean goes_on = level <= self->depth && self->kinds[level] == kind;

  wijk_block_set_level (block, level);
  if (kind != WIJK_BLOCK_NUMBER || (wijk_block_get_start (block) == 1 && !goes_on))
    wijk_block_set_start (block, 0);

  self->depth = level;
  self->kinds[level] = kind;
}

static void
fit (WijkBlocks *self, WijkBlock *block)
{
  guint level = wijk_block_get_level (block);

  switch (wijk_block_get_kind (block))
    {
    case WIJK_BLOCK_BULLET:
    case WIJK_BLOCK_NUMBER:
      fit_item (self, block);
      return;
    case WIJK_BLOCK_PARAGRAPH:
      level = MIN (level, self->depth);
      self->depth = level;
      break;
    case WIJK_BLOCK_HEADING:
      level = CLAMP (level, 1, WIJK_HEADING_MAX);
      self->depth = 0;
      break;
    case WIJK_BLOCK_QUOTE:
    case WIJK_BLOCK_TABLE:
    case WIJK_BLOCK_LITERAL:
    default:
      level = 0;
      self->depth = 0;
      break;
    }

  wijk_block_set_level (block, level);
  wijk_block_set_start (block, 0);
}

void
wijk_blocks_append (WijkBlocks *self, WijkBlock *block)
{
  g_return_if_fail (self != NULL && block != NULL);

  fit (self, block);
  g_ptr_array_add (self->blocks, block);
}

static void
add_plain (GString *out, WijkBlock *block)
{
  guint n_spans;
  const WijkSpan *spans = wijk_block_get_spans (block, &n_spans);
  const char *text = wijk_block_get_text (block);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *stretch = NULL;
      g_auto (GStrv) lines = NULL;

      if (spans[i].style & (WIJK_STYLE_FOOTNOTE | WIJK_STYLE_LITERAL))
        continue;
      stretch = g_strndup (text + spans[i].start, spans[i].end - spans[i].start);
      lines = g_strsplit (stretch, WIJK_LINE_BREAK, -1);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_string_append (out, j > 0 ? "\n" : "");
          g_string_append (out, lines[j]);
        }
    }
}

static void
add_plain_table (GString *out, WijkBlock *table)
{
  for (guint row = 0; row < wijk_block_get_n_rows (table); row++)
    {
      for (guint column = 0; column < wijk_block_get_n_columns (table); column++)
        {
          if (column > 0)
            g_string_append_c (out, '\t');
          add_plain (out, wijk_block_get_cell (table, row, column));
        }
      g_string_append_c (out, '\n');
    }
}

static char *
dup_plain (WijkBlocks *self, gboolean with_literals)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      WijkBlock *block = self->blocks->pdata[i];
      WijkBlockKind kind = wijk_block_get_kind (block);

      if (kind == WIJK_BLOCK_TABLE)
        add_plain_table (out, block);
      else if (kind != WIJK_BLOCK_LITERAL || with_literals)
        {
          add_plain (out, block);
          g_string_append_c (out, '\n');
        }
    }

  return g_string_free_and_steal (out);
}

char *
wijk_blocks_dup_plain_text (WijkBlocks *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_plain (self, TRUE);
}

guint
wijk_blocks_count_words (WijkBlocks *self)
{
  g_autofree char *text = NULL;
  gboolean is_counted = FALSE;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  text = dup_plain (self, FALSE);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        is_counted = FALSE;
      else if (!is_counted && g_unichar_isalnum (c))
        {
          is_counted = TRUE;
          n++;
        }
    }

  return n;
}

guint
wijk_text_count_words (const char *commonmark)
{
  g_autoptr (WijkBlocks) blocks = wijk_blocks_parse (commonmark);

  return wijk_blocks_count_words (blocks);
}
