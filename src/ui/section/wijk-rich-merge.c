/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-rich-merge.h"

#include "wijk-rich-buffer-private.h"

#define CELLS_MOST 4000000 /* of the table in which lines are matched: a tenth of a second */

typedef struct
{
  WijkRichBuffer *buffer;
  GPtrArray *old; /* of WijkBlock */
  WijkBlocks *new;
  guint start; /* blocks that are equal at the start */
  guint n_old; /* behind these, up to those that are equal at the end */
  guint n_new;
  GtkTextMark *first; /* before the first difference */
  GtkTextMark *last;  /* behind the last */
  guint at;           /* the line that is changed next */
} Merge;

static gboolean
is_same (Merge *self, guint old, guint new)
{
  return wijk_block_equal (self->old->pdata[self->start + old],
                           wijk_blocks_get_block (self->new, self->start + new));
}

static void
find_ends (Merge *self)
{
  guint n_old = self->old->len;
  guint n_new = wijk_blocks_get_n_blocks (self->new);

  while (self->start < n_old && self->start < n_new && is_same (self, 0, 0))
    self->start++;
  self->n_old = n_old - self->start;
  self->n_new = n_new - self->start;
  while (self->n_old > 0 && self->n_new > 0 && is_same (self, self->n_old - 1, self->n_new - 1))
    {
      self->n_old--;
      self->n_new--;
    }
}

/* ---- writing ---- */

static void
note_line (Merge *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;

  wijk_rich_buffer_get_bounds (self->buffer, self->at, &start, &end);
  if (self->first == NULL)
    self->first = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  if (self->last == NULL)
    self->last = gtk_text_buffer_create_mark (buffer, NULL, &end, FALSE);
  else
    gtk_text_buffer_move_mark (buffer, self->last, &end);
}

/* @n_old lines become the @n_new blocks from @from: as many as there are of both are changed, the
 * rest comes or goes. */
static void
replace_lines (Merge *self, guint n_old, guint from, guint n_new)
{
  guint n_changed = MIN (n_old, n_new);

  for (guint i = 0; i < n_new; i++)
    {
      WijkBlock *block = wijk_blocks_get_block (self->new, self->start + from + i);

      if (i < n_changed)
        wijk_rich_buffer_change_line (self->buffer, self->at, block);
      else
        wijk_rich_buffer_insert_block (self->buffer, self->at, block);
      note_line (self);
      self->at++;
    }
  if (n_old > n_changed)
    {
      wijk_rich_buffer_remove_lines (self->buffer, self->at, n_old - n_changed);
      self->at = MIN (self->at, wijk_rich_buffer_get_n_lines (self->buffer) - 1);
      note_line (self);
    }
}

/* ---- matching ---- */

/* Lengths of the longest common rows of lines from each pair on. */
static guint32 *
make_table (Merge *self)
{
  guint width = self->n_new + 1;
  guint32 *table = g_new0 (guint32, (gsize) (self->n_old + 1) * width);

  for (guint i = self->n_old; i-- > 0;)
    for (guint j = self->n_new; j-- > 0;)
      table[i * width + j] = is_same (self, i, j)
                                 ? table[(i + 1) * width + j + 1] + 1
                                 : MAX (table[(i + 1) * width + j], table[i * width + j + 1]);

  return table;
}

static void
merge_matched (Merge *self)
{
  g_autofree guint32 *table = make_table (self);
  guint width = self->n_new + 1;
  guint i = 0, j = 0;

  while (i < self->n_old || j < self->n_new)
    {
      guint from_i = i, from_j = j;

      while (i < self->n_old && j < self->n_new && !is_same (self, i, j))
        {
          if (table[(i + 1) * width + j] >= table[i * width + j + 1])
            i++;
          else
            j++;
        }
      if (i == self->n_old || j == self->n_new)
        {
          i = self->n_old;
          j = self->n_new;
        }
      replace_lines (self, i - from_i, from_j, j - from_j);
      for (; i < self->n_old && j < self->n_new && is_same (self, i, j); i++, j++)
        self->at++;
    }
}

static int
take_mark (WijkRichBuffer *buffer, GtkTextMark *mark)
{
  GtkTextIter iter;

  if (mark == NULL)
    return -1;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (buffer), &iter, mark);
  gtk_text_buffer_delete_mark (GTK_TEXT_BUFFER (buffer), mark);

  return gtk_text_iter_get_offset (&iter);
}

void
wijk_rich_merge (WijkRichBuffer *buffer, WijkBlocks *blocks, int *first, int *last)
{
  g_autoptr (WijkBlocks) nothing = NULL;
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_block_free);
  Merge merge = { .buffer = buffer, .old = old, .new = blocks };

  if (wijk_blocks_get_n_blocks (blocks) == 0)
    {
      merge.new = nothing = wijk_blocks_new ();
      wijk_blocks_append (nothing, wijk_block_new (WIJK_BLOCK_PARAGRAPH, 0));
    }
  for (guint i = 0; i < wijk_rich_buffer_get_n_lines (buffer); i++)
    g_ptr_array_add (old, wijk_rich_buffer_dup_block (buffer, i));

  find_ends (&merge);
  merge.at = merge.start;
  wijk_rich_buffer_begin_bare (buffer);
  if ((guint64) (merge.n_old + 1) * (merge.n_new + 1) <= CELLS_MOST)
    merge_matched (&merge);
  else
    replace_lines (&merge, merge.n_old, 0, merge.n_new);
  wijk_rich_buffer_end_bare (buffer);
  *first = take_mark (buffer, merge.first);
  *last = take_mark (buffer, merge.last);
}

guint
wijk_rich_fill (WijkRichBuffer *buffer, WijkBlocks *blocks, guint from, gint64 until)
{
  guint n = wijk_blocks_get_n_blocks (blocks);

  wijk_rich_buffer_begin_bare (buffer);
  for (; from < n; from++)
    {
      WijkBlock *block = wijk_blocks_get_block (blocks, from);

      if (from == 0)
        wijk_rich_buffer_change_line (buffer, 0, block);
      else
        wijk_rich_buffer_insert_block (buffer, from, block);
      if (from % 8 == 7 && g_get_monotonic_time () > until)
        {
          from++;
          break;
        }
    }
  wijk_rich_buffer_end_bare (buffer);

  return from;
}
