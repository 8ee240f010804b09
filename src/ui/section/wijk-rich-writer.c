/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-rich-writer.h"

#include "wijk-rich-buffer-private.h"

#define LOOK_AT_CLOCK_EVERY 16 /* groups */

#define LINE(lines, i) ((WijkRichLine *) (lines)->pdata[i])

static gboolean
is_dirty_line (GPtrArray *lines, guint i, guint caret)
{
  const WijkRichLine *line = LINE (lines, i);

  return line->is_dirty || (line->is_typed && line->keeps_space != (i == caret));
}

/* The line behind the group that begins at @first. */
static guint
find_end (GPtrArray *lines, guint first, guint caret, gboolean *is_dirty)
{
  guint end = first + 1;

  *is_dirty = is_dirty_line (lines, first, caret) || LINE (lines, first)->written == NULL;
  for (; end < lines->len; end++)
    {
      if (wijk_rich_line_ends_group (LINE (lines, end - 1), LINE (lines, end)))
        break;
      *is_dirty = *is_dirty || is_dirty_line (lines, end, caret);
    }

  return end;
}

static void
write_group (WijkRichBuffer *buffer, GPtrArray *lines, guint first, guint end)
{
  guint caret = wijk_rich_buffer_get_caret_line (buffer);
  g_autoptr (WijkBlocks) blocks = wijk_blocks_new ();

  for (guint i = first; i < end; i++)
    {
      wijk_blocks_append (blocks, wijk_rich_buffer_dup_block (buffer, i));
      g_clear_pointer (&LINE (lines, i)->written, g_free);
      LINE (lines, i)->is_dirty = FALSE;
      LINE (lines, i)->keeps_space = LINE (lines, i)->is_typed && i == caret;
      LINE (lines, i)->n_words = 0;
    }
  LINE (lines, first)->written = wijk_blocks_write (blocks);
  LINE (lines, first)->n_words = wijk_blocks_count_words (blocks);
}

gboolean
wijk_rich_writer_prepare (WijkRichBuffer *buffer, gint64 until)
{
  GPtrArray *lines = wijk_rich_buffer_get_lines (buffer);
  guint caret = wijk_rich_buffer_get_caret_line (buffer);
  guint n_written = 0;
  gboolean is_dirty;
  guint end;

  for (guint first = 0; first < lines->len; first = end)
    {
      end = find_end (lines, first, caret, &is_dirty);
      if (!is_dirty)
        continue;
      if (n_written++ % LOOK_AT_CLOCK_EVERY == LOOK_AT_CLOCK_EVERY - 1 &&
          g_get_monotonic_time () > until)
        return TRUE;
      write_group (buffer, lines, first, end);
    }

  return FALSE;
}

/* An empty paragraph is "" when it is written alone; among others it keeps its place. */
static const char *
get_written (const WijkRichLine *line, guint n_lines)
{
  if (*line->written != '\0' || line->kind != WIJK_BLOCK_PARAGRAPH || n_lines == 1)
    return line->written;

  return "\342\201\240";
}

char *
wijk_rich_writer_dup_text (WijkRichBuffer *buffer, guint *n_words)
{
  GPtrArray *lines = wijk_rich_buffer_get_lines (buffer);
  guint caret = wijk_rich_buffer_get_caret_line (buffer);
  GString *out = g_string_new (NULL);
  gboolean is_dirty;
  guint end;

  *n_words = 0;
  for (guint first = 0; first < lines->len; first = end)
    {
      const char *written;

      end = find_end (lines, first, caret, &is_dirty);
      if (is_dirty)
        write_group (buffer, lines, first, end);
      *n_words += LINE (lines, first)->n_words;
      written = get_written (LINE (lines, first), lines->len);
      if (*written == '\0')
        continue;
      g_string_append (out, out->len > 0 ? "\n\n" : "");
      g_string_append (out, written);
    }

  return g_string_free_and_steal (out);
}
