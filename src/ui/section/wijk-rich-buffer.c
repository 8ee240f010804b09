/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-rich-buffer-private.h"

#include <string.h>

#include "wijk-rich-tags.h"

#define INHERITED (WIJK_STYLE_BOLD | WIJK_STYLE_ITALIC | WIJK_STYLE_STRIKE)

struct _WijkRichBuffer
{
  GtkTextBuffer parent_instance;

  GPtrArray *lines; /* of WijkRichLine; one less than the lines of the buffer */
  guint n_bare;
  gboolean has_typing_style;
  WijkStyle typing_style;
};

G_DEFINE_FINAL_TYPE (WijkRichBuffer, wijk_rich_buffer, GTK_TYPE_TEXT_BUFFER)

typedef enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
} WijkRichBufferSignal;

static guint signals[N_SIGNALS];

#define LINE(self, i) ((WijkRichLine *) (self)->lines->pdata[i])
#define PARENT GTK_TEXT_BUFFER_CLASS (wijk_rich_buffer_parent_class)

static void
refit_cb (guint line, gpointer user_data)
{
  WijkRichBuffer *self = WIJK_RICH_BUFFER (user_data);

  wijk_rich_buffer_mark_dirty (self, line, line);
  wijk_rich_buffer_tag_line (self, line);
}

/* After the lines between have come, gone or changed their kind. */
static void
settle_lines (WijkRichBuffer *self, guint first, guint last)
{
  wijk_rich_buffer_mark_dirty (self, first, last);
  wijk_rich_lines_fit (self->lines, first, refit_cb, self);
  if (last + 1 < self->lines->len)
    wijk_rich_lines_fit (self->lines, last + 1, refit_cb, self);
}

/* ---- inserting ---- */

/* What words at @iter are in: the style of the character before them in the line, at its start of
 * that behind. */
static WijkStyle
find_style (WijkRichBuffer *self, const GtkTextIter *iter)
{
  GtkTextIter near = *iter;

  if (self->has_typing_style)
    return self->typing_style;
  if (gtk_text_iter_starts_line (&near))
    return gtk_text_iter_ends_line (&near) ? WIJK_STYLE_PLAIN
                                           : wijk_rich_tags_read (&near, NULL) & INHERITED;
  gtk_text_iter_backward_char (&near);

  return wijk_rich_tags_read (&near, NULL) & INHERITED;
}

static void
style_inserted (const GtkTextIter *start, const GtkTextIter *end, WijkStyle style)
{
  WijkStyle has = wijk_rich_tags_read (start, NULL);

  if ((has & (INHERITED | WIJK_RICH_ATOMS)) == style)
    return;
  if (has != WIJK_STYLE_PLAIN)
    wijk_rich_tags_clear_styles (start, end);
  wijk_rich_tags_apply (start, end, style | (has & WIJK_STYLE_CODE), NULL);
}

static void
add_lines (WijkRichBuffer *self, guint line, guint n)
{
  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (self->lines, (int) (line + 1), wijk_rich_line_split (LINE (self, line)));
}

/* A new line before or behind a block that cannot be written here, for what is inserted there. */
static gboolean
make_room (WijkRichBuffer *self, GtkTextIter *pos, guint line)
{
  guint position;

  if (gtk_text_iter_starts_line (pos))
    position = line;
  else if (gtk_text_iter_ends_line (pos))
    position = line + 1;
  else
    return FALSE;

  wijk_rich_buffer_add_line (self, position);
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), pos, (int) position);

  return TRUE;
}

static void
insert_words (WijkRichBuffer *self, GtkTextIter *pos, const char *text, int length)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  guint line = (guint) gtk_text_iter_get_line (pos);
  int offset = gtk_text_iter_get_offset (pos);
  int n_before = gtk_text_buffer_get_line_count (buffer);
  WijkStyle style = find_style (self, pos);
  GtkTextTag *tag;
  GtkTextIter start;
  guint n_added;

  PARENT->insert_text (buffer, pos, text, length);

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  n_added = (guint) (gtk_text_buffer_get_line_count (buffer) - n_before);
  LINE (self, line)->is_typed = TRUE;
  add_lines (self, line, n_added);
  tag = wijk_rich_tags_get_for_line (gtk_text_buffer_get_tag_table (buffer), LINE (self, line));
  if (tag != NULL && !gtk_text_iter_has_tag (&start, tag))
    gtk_text_buffer_apply_tag (buffer, tag, &start, pos);
  style_inserted (&start, pos, style);
  if (n_added > 0)
    settle_lines (self, line, line + n_added);
  else
    wijk_rich_buffer_mark_dirty (self, line, line);
}

static void
wijk_rich_buffer_insert_text (GtkTextBuffer *buffer, GtkTextIter *pos, const char *text, int length)
{
  WijkRichBuffer *self = WIJK_RICH_BUFFER (buffer);
  guint line;

  if (self->n_bare > 0)
    {
      PARENT->insert_text (buffer, pos, text, length);
      return;
    }

  if (length == 0 || *text == '\0')
    return;
  if (gtk_text_iter_is_end (pos))
    gtk_text_iter_backward_char (pos);
  line = (guint) gtk_text_iter_get_line (pos);
  if (LINE (self, line)->source != NULL && !make_room (self, pos, line))
    return;
  while (wijk_rich_tags_is_in_atom (pos))
    gtk_text_iter_forward_char (pos);

  g_object_freeze_notify (G_OBJECT (self));
  insert_words (self, pos, text, length);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* ---- deleting ---- */

static gboolean
is_source_at (WijkRichBuffer *self, const GtkTextIter *iter)
{
  return LINE (self, gtk_text_iter_get_line (iter))->source != NULL;
}

/* Keeps a block that cannot be written here whole, unless all of it is in the range. FALSE: there
 * is nothing left to delete. */
static gboolean
spare_sources (WijkRichBuffer *self, GtkTextIter *start, GtkTextIter *end)
{
  gboolean is_within = gtk_text_iter_get_line (start) == gtk_text_iter_get_line (end);

  if (is_within)
    return !is_source_at (self, start) ||
           (gtk_text_iter_starts_line (start) && gtk_text_iter_ends_line (end));

  /* an empty line behind one goes, the line end of the block stands for its own */
  if (is_source_at (self, start) && gtk_text_iter_ends_line (start) &&
      gtk_text_iter_starts_line (end) && gtk_text_iter_ends_line (end) &&
      gtk_text_iter_get_line (end) == gtk_text_iter_get_line (start) + 1)
    return TRUE;

  if (is_source_at (self, start) && !gtk_text_iter_starts_line (start))
    gtk_text_iter_forward_line (start);
  if (is_source_at (self, end) && !gtk_text_iter_ends_line (end))
    {
      gtk_text_iter_set_line_offset (end, 0);
      if (!gtk_text_iter_starts_line (start))
        gtk_text_iter_backward_char (end);
    }

  return gtk_text_iter_compare (start, end) < 0;
}

/* Of lines that became one, the one whose kind stays: the last if nothing of the first is left and
 * something of the last is. */
static guint
find_survivor (const GtkTextIter *start, const GtkTextIter *end)
{
  gboolean from_start = gtk_text_iter_starts_line (start);

  return (guint) gtk_text_iter_get_line (from_start && !gtk_text_iter_ends_line (end) ? end
                                                                                      : start);
}

static void
merge_lines (WijkRichBuffer *self, guint first, guint last, guint survivor)
{
  if (survivor < last)
    g_ptr_array_remove_range (self->lines, survivor + 1, last - survivor);
  if (survivor > first)
    g_ptr_array_remove_range (self->lines, first, survivor - first);
}

static void
delete_words (WijkRichBuffer *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  guint first = (guint) gtk_text_iter_get_line (start);
  guint last = (guint) gtk_text_iter_get_line (end);
  guint survivor = find_survivor (start, end);
  gboolean is_emptied = gtk_text_iter_starts_line (start) && gtk_text_iter_ends_line (end);

  PARENT->delete_range (buffer, start, end);

  merge_lines (self, first, last, survivor);
  LINE (self, first)->is_typed = TRUE;
  if (is_emptied && LINE (self, first)->source != NULL)
    {
      wijk_rich_line_free (LINE (self, first));
      self->lines->pdata[first] = wijk_rich_line_new (WIJK_BLOCK_PARAGRAPH, 0);
      wijk_rich_buffer_tag_line (self, first);
    }
  if (last > first)
    {
      wijk_rich_buffer_tag_line (self, first);
      settle_lines (self, first, first);
    }
  else
    wijk_rich_buffer_mark_dirty (self, first, first);
}

static void
wijk_rich_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  WijkRichBuffer *self = WIJK_RICH_BUFFER (buffer);
  GtkTextIter from = *start;
  GtkTextIter to = *end;

  if (self->n_bare > 0)
    {
      PARENT->delete_range (buffer, start, end);
      return;
    }

  if (gtk_text_iter_is_end (&to))
    gtk_text_iter_backward_char (&to);
  if (gtk_text_iter_compare (&from, &to) >= 0 || !spare_sources (self, &from, &to))
    return;
  while (wijk_rich_tags_is_in_atom (&from))
    gtk_text_iter_backward_char (&from);
  while (wijk_rich_tags_is_in_atom (&to))
    gtk_text_iter_forward_char (&to);

  g_object_freeze_notify (G_OBJECT (self));
  delete_words (self, &from, &to);
  g_object_thaw_notify (G_OBJECT (self));
  *start = from;
  *end = to;
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* ---- the caret ---- */

/* Takes the caret back in front of the line end that belongs to no block. */
static void
keep_mark (WijkRichBuffer *self, GtkTextMark *mark)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, mark);
  if (gtk_text_iter_is_end (&iter) && gtk_text_iter_backward_char (&iter))
    gtk_text_buffer_move_mark (buffer, mark, &iter);
}

static void
wijk_rich_buffer_mark_set (GtkTextBuffer *buffer, const GtkTextIter *location, GtkTextMark *mark)
{
  WijkRichBuffer *self = WIJK_RICH_BUFFER (buffer);

  PARENT->mark_set (buffer, location, mark);

  if (mark != gtk_text_buffer_get_insert (buffer) &&
      mark != gtk_text_buffer_get_selection_bound (buffer))
    return;

  self->has_typing_style = FALSE;
  if (self->n_bare == 0)
    keep_mark (self, mark);
}

/* ---- GObject ---- */

static void
wijk_rich_buffer_constructed (GObject *object)
{
  WijkRichBuffer *self = WIJK_RICH_BUFFER (object);
  GtkTextIter start;

  G_OBJECT_CLASS (wijk_rich_buffer_parent_class)->constructed (object);

  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
  g_ptr_array_add (self->lines, wijk_rich_line_new (WIJK_BLOCK_PARAGRAPH, 0));
  wijk_rich_buffer_begin_bare (self);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (self), "\n", 1);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);
  wijk_rich_buffer_end_bare (self);
}

static void
wijk_rich_buffer_finalize (GObject *object)
{
  WijkRichBuffer *self = WIJK_RICH_BUFFER (object);

  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (wijk_rich_buffer_parent_class)->finalize (object);
}

static void
wijk_rich_buffer_class_init (WijkRichBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->constructed = wijk_rich_buffer_constructed;
  object_class->finalize = wijk_rich_buffer_finalize;
  buffer_class->insert_text = wijk_rich_buffer_insert_text;
  buffer_class->delete_range = wijk_rich_buffer_delete_range;
  buffer_class->mark_set = wijk_rich_buffer_mark_set;

  signals[SIGNAL_EDITED] = g_signal_new (
      "edited", WIJK_TYPE_RICH_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wijk_rich_buffer_init (WijkRichBuffer *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_rich_line_free);
}

WijkRichBuffer *
wijk_rich_buffer_new (void)
{
  g_autoptr (GtkTextTagTable) tags = wijk_rich_tags_new ();

  return g_object_new (WIJK_TYPE_RICH_BUFFER, "tag-table", tags, NULL);
}

/* ---- lines ---- */

GPtrArray *
wijk_rich_buffer_get_lines (WijkRichBuffer *self)
{
  return self->lines;
}

guint
wijk_rich_buffer_get_n_lines (WijkRichBuffer *self)
{
  g_return_val_if_fail (WIJK_IS_RICH_BUFFER (self), 0);

  return self->lines->len;
}

const WijkRichLine *
wijk_rich_buffer_get_line (WijkRichBuffer *self, guint line)
{
  g_return_val_if_fail (WIJK_IS_RICH_BUFFER (self), NULL);

  return LINE (self, MIN (line, self->lines->len - 1));
}

void
wijk_rich_buffer_get_bounds (WijkRichBuffer *self, guint line, GtkTextIter *start, GtkTextIter *end)
{
  g_return_if_fail (WIJK_IS_RICH_BUFFER (self));

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), start, (int) line);
  *end = *start;
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
}

gboolean
wijk_rich_buffer_is_empty (WijkRichBuffer *self)
{
  g_return_val_if_fail (WIJK_IS_RICH_BUFFER (self), TRUE);

  return self->lines->len == 1 && LINE (self, 0)->kind == WIJK_BLOCK_PARAGRAPH &&
         gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self)) == 1;
}

guint
wijk_rich_buffer_get_caret_line (WijkRichBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));

  return MIN ((guint) gtk_text_iter_get_line (&caret), self->lines->len - 1);
}

void
wijk_rich_buffer_set_format (WijkRichBuffer *self, guint line, WijkBlockKind kind, guint level)
{
  WijkRichLine *old;

  g_return_if_fail (WIJK_IS_RICH_BUFFER (self) && line < self->lines->len);

  old = LINE (self, line);
  if (old->source != NULL || (old->kind == kind && old->level == level))
    return;

  old->kind = kind;
  old->level = level;
  old->start = 0;
  wijk_rich_buffer_tag_line (self, line);
  settle_lines (self, line, line);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

void
wijk_rich_buffer_add_line (WijkRichBuffer *self, guint line)
{
  g_autoptr (WijkBlock) block = wijk_block_new (WIJK_BLOCK_PARAGRAPH, 0);

  g_return_if_fail (WIJK_IS_RICH_BUFFER (self) && line <= self->lines->len);

  wijk_rich_buffer_insert_block (self, line, block);
  settle_lines (self, line, line);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

void
wijk_rich_buffer_set_typing_style (WijkRichBuffer *self, WijkStyle style)
{
  g_return_if_fail (WIJK_IS_RICH_BUFFER (self));

  self->has_typing_style = TRUE;
  self->typing_style = style & INHERITED;
}

WijkStyle
wijk_rich_buffer_get_typing_style (WijkRichBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter caret;

  g_return_val_if_fail (WIJK_IS_RICH_BUFFER (self), WIJK_STYLE_PLAIN);

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));

  return find_style (self, &caret);
}

void
wijk_rich_buffer_touch (WijkRichBuffer *self, guint first, guint last)
{
  g_return_if_fail (WIJK_IS_RICH_BUFFER (self));

  wijk_rich_buffer_mark_dirty (self, first, last);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

void
wijk_rich_buffer_begin_count (WijkRichBuffer *self, WijkRichCount *count, guint from)
{
  g_return_if_fail (WIJK_IS_RICH_BUFFER (self));

  wijk_rich_count_begin (count, self->lines, from);
}

void
wijk_rich_buffer_begin_bare (WijkRichBuffer *self)
{
  if (self->n_bare++ == 0)
    g_object_freeze_notify (G_OBJECT (self));
}

void
wijk_rich_buffer_end_bare (WijkRichBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  g_assert (self->n_bare > 0);
  if (--self->n_bare > 0)
    return;

  keep_mark (self, gtk_text_buffer_get_insert (buffer));
  keep_mark (self, gtk_text_buffer_get_selection_bound (buffer));
  g_object_thaw_notify (G_OBJECT (self));
}

void
wijk_rich_buffer_mark_dirty (WijkRichBuffer *self, guint first, guint last)
{
  for (guint i = first > 0 ? first - 1 : 0; i <= last + 1 && i < self->lines->len; i++)
    LINE (self, i)->is_dirty = TRUE;
}

void
wijk_rich_buffer_tag_line (WijkRichBuffer *self, guint line)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTag *tag =
      wijk_rich_tags_get_for_line (gtk_text_buffer_get_tag_table (buffer), LINE (self, line));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) line);
  end = start;
  gtk_text_iter_forward_line (&end);
  wijk_rich_tags_clear_lines (&start, &end);
  if (tag != NULL)
    gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
}
