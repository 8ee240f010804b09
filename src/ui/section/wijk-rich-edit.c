/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-rich-edit.h"

#include <string.h>

#include "wijk-paste.h"
#include "wijk-rich-tags.h"

static void
get_caret (WijkRichBuffer *buffer, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_mark (
      GTK_TEXT_BUFFER (buffer), iter, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (buffer)));
}

/* The lines that are selected; a selection that ends before the first letter of a line does not
 * mean that line. */
static void
get_lines (WijkRichBuffer *buffer, guint *first, guint *last)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  if (gtk_text_iter_compare (&start, &end) < 0 && gtk_text_iter_starts_line (&end))
    gtk_text_iter_backward_char (&end);
  *first = (guint) gtk_text_iter_get_line (&start);
  *last = MIN ((guint) gtk_text_iter_get_line (&end), wijk_rich_buffer_get_n_lines (buffer) - 1);
}

/* ---- styles ---- */

/* What of a line is selected. FALSE: nothing, or the line has no styles. */
static gboolean
get_selected (WijkRichBuffer *buffer, guint line, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter from, to;

  if (wijk_rich_buffer_get_line (buffer, line)->source != NULL)
    return FALSE;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &from, &to);
  wijk_rich_buffer_get_bounds (buffer, line, start, end);
  if (gtk_text_iter_compare (&from, start) > 0)
    *start = from;
  if (gtk_text_iter_compare (&to, end) < 0)
    *end = to;
  while (wijk_rich_tags_is_in_atom (start))
    gtk_text_iter_backward_char (start);
  while (wijk_rich_tags_is_in_atom (end))
    gtk_text_iter_forward_char (end);

  return gtk_text_iter_compare (start, end) < 0;
}

static gboolean
range_has_style (const GtkTextIter *start, const GtkTextIter *end, WijkStyle style)
{
  GtkTextIter iter = *start;

  for (; gtk_text_iter_compare (&iter, end) < 0; wijk_rich_tags_forward (&iter, end))
    if (!(wijk_rich_tags_read (&iter, NULL) & style))
      return FALSE;

  return TRUE;
}

gboolean
wijk_rich_edit_has_style (WijkRichBuffer *buffer, WijkStyle style)
{
  gboolean has = FALSE;
  guint first, last;

  if (!gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (buffer)))
    return (wijk_rich_buffer_get_typing_style (buffer) & style) != 0;

  get_lines (buffer, &first, &last);
  for (guint line = first; line <= last; line++)
    {
      GtkTextIter start, end;

      if (!get_selected (buffer, line, &start, &end))
        continue;
      if (!range_has_style (&start, &end, style))
        return FALSE;
      has = TRUE;
    }

  return has;
}

void
wijk_rich_edit_toggle_style (WijkRichBuffer *buffer, WijkStyle style)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer));
  GtkTextTag *tag = wijk_rich_tags_get_for_style (tags, style);
  gboolean has = wijk_rich_edit_has_style (buffer, style);
  guint first, last;

  if (!gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (buffer)))
    {
      wijk_rich_buffer_set_typing_style (buffer,
                                         wijk_rich_buffer_get_typing_style (buffer) ^ style);
      return;
    }

  get_lines (buffer, &first, &last);
  for (guint line = first; line <= last; line++)
    {
      GtkTextIter start, end;

      if (!get_selected (buffer, line, &start, &end))
        continue;
      if (has)
        gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (buffer), tag, &start, &end);
      else
        gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (buffer), tag, &start, &end);
    }
  wijk_rich_buffer_touch (buffer, first, last);
}

/* ---- kinds ---- */

static gboolean
is_item (const WijkRichLine *line)
{
  return line->kind == WIJK_BLOCK_BULLET || line->kind == WIJK_BLOCK_NUMBER;
}

void
wijk_rich_edit_set_kind (WijkRichBuffer *buffer, WijkBlockKind kind, guint level)
{
  guint first, last;

  get_lines (buffer, &first, &last);
  for (guint line = first; line <= last; line++)
    wijk_rich_buffer_set_format (buffer, line, kind, level);
}

void
wijk_rich_edit_toggle_kind (WijkRichBuffer *buffer, WijkBlockKind kind)
{
  gboolean all = TRUE;
  guint first, last;

  get_lines (buffer, &first, &last);
  for (guint line = first; line <= last; line++)
    all = all && wijk_rich_buffer_get_line (buffer, line)->kind == kind;

  for (guint line = first; line <= last; line++)
    {
      const WijkRichLine *was = wijk_rich_buffer_get_line (buffer, line);
      gboolean is_list = kind == WIJK_BLOCK_BULLET || kind == WIJK_BLOCK_NUMBER;
      guint level = is_list ? MAX (wijk_rich_line_is_listed (was) ? was->level : 1, 1) : 0;

      if (all)
        wijk_rich_buffer_set_format (buffer, line, WIJK_BLOCK_PARAGRAPH, 0);
      else
        wijk_rich_buffer_set_format (buffer, line, kind, level);
    }
}

gboolean
wijk_rich_edit_indent (WijkRichBuffer *buffer, int by)
{
  gboolean found = FALSE;
  guint first, last;

  get_lines (buffer, &first, &last);
  for (guint line = first; line <= last; line++)
    {
      const WijkRichLine *was = wijk_rich_buffer_get_line (buffer, line);
      int level = (int) was->level + by;

      if (!wijk_rich_line_is_listed (was))
        continue;
      found = TRUE;
      if (level >= 1 && level <= WIJK_LIST_LEVEL_MAX)
        wijk_rich_buffer_set_format (buffer, line, was->kind, (guint) level);
      else if (level == 0 && is_item (was))
        wijk_rich_buffer_set_format (buffer, line, WIJK_BLOCK_PARAGRAPH, 0);
    }

  return found;
}

/* ---- Enter and Backspace ---- */

static void
break_at (WijkRichBuffer *buffer, GtkTextIter *caret)
{
  guint line = (guint) gtk_text_iter_get_line (caret);
  WijkBlockKind kind = wijk_rich_buffer_get_line (buffer, line)->kind;
  gboolean at_start = gtk_text_iter_starts_line (caret);
  gboolean at_end = gtk_text_iter_ends_line (caret);

  gtk_text_buffer_insert (GTK_TEXT_BUFFER (buffer), caret, "\n", 1);
  if (kind == WIJK_BLOCK_HEADING && (at_end || at_start))
    wijk_rich_buffer_set_format (buffer, at_end ? line + 1 : line, WIJK_BLOCK_PARAGRAPH, 0);
}

/* Behind or before a block that cannot be written here: an empty paragraph. */
static void
break_beside (WijkRichBuffer *buffer, GtkTextIter *caret)
{
  gboolean at_end = gtk_text_iter_ends_line (caret);
  guint line = (guint) gtk_text_iter_get_line (caret);
  GtkTextIter start;

  if (!at_end && !gtk_text_iter_starts_line (caret))
    return;

  wijk_rich_buffer_add_line (buffer, at_end ? line + 1 : line);
  gtk_text_buffer_get_iter_at_line (
      GTK_TEXT_BUFFER (buffer), &start, (int) (at_end ? line + 1 : line));
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &start);
}

void
wijk_rich_edit_break_line (WijkRichBuffer *buffer)
{
  const WijkRichLine *line;
  GtkTextIter caret;

  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (buffer), TRUE, TRUE);
  get_caret (buffer, &caret);
  line = wijk_rich_buffer_get_line (buffer, wijk_rich_buffer_get_caret_line (buffer));

  if (line->source != NULL)
    break_beside (buffer, &caret);
  else if (wijk_rich_line_is_listed (line) && gtk_text_iter_starts_line (&caret) &&
           gtk_text_iter_ends_line (&caret))
    wijk_rich_edit_indent (buffer, -1);
  else if (line->kind == WIJK_BLOCK_QUOTE && gtk_text_iter_starts_line (&caret) &&
           gtk_text_iter_ends_line (&caret))
    wijk_rich_edit_set_kind (buffer, WIJK_BLOCK_PARAGRAPH, 0);
  else
    break_at (buffer, &caret);
}

/* Selects the block in the caret's line, or in the line before. */
static gboolean
select_source (WijkRichBuffer *buffer, const GtkTextIter *caret)
{
  guint line = (guint) gtk_text_iter_get_line (caret);
  gboolean is_empty = gtk_text_iter_starts_line (caret) && gtk_text_iter_ends_line (caret);
  GtkTextIter start, end;

  if (wijk_rich_buffer_get_line (buffer, line)->source == NULL)
    {
      if (!gtk_text_iter_starts_line (caret) || line == 0 || is_empty ||
          wijk_rich_buffer_get_line (buffer, line - 1)->source == NULL)
        return FALSE;
      line--;
    }
  wijk_rich_buffer_get_bounds (buffer, line, &start, &end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (buffer), &end, &start);

  return TRUE;
}

gboolean
wijk_rich_edit_delete_back (WijkRichBuffer *buffer)
{
  const WijkRichLine *line;
  GtkTextIter caret;

  if (gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (buffer)))
    return FALSE;

  get_caret (buffer, &caret);
  if (select_source (buffer, &caret))
    return TRUE;
  line = wijk_rich_buffer_get_line (buffer, wijk_rich_buffer_get_caret_line (buffer));
  if (!gtk_text_iter_starts_line (&caret) ||
      (line->kind == WIJK_BLOCK_PARAGRAPH && line->level == 0))
    return FALSE;
  if (!wijk_rich_edit_indent (buffer, -1))
    wijk_rich_edit_set_kind (buffer, WIJK_BLOCK_PARAGRAPH, 0);

  return TRUE;
}

/* ---- shorthand ---- */

static gboolean
read_shorthand (const char *text, WijkBlockKind *kind, guint *level)
{
  static const struct
  {
    const char *text;
    WijkBlockKind kind;
    guint level;
  } shorthands[] = {
    { "- ", WIJK_BLOCK_BULLET, 1 },    { "* ", WIJK_BLOCK_BULLET, 1 },
    { "1. ", WIJK_BLOCK_NUMBER, 1 },   { "1) ", WIJK_BLOCK_NUMBER, 1 },
    { "# ", WIJK_BLOCK_HEADING, 1 },   { "## ", WIJK_BLOCK_HEADING, 2 },
    { "### ", WIJK_BLOCK_HEADING, 3 }, { "> ", WIJK_BLOCK_QUOTE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shorthands); i++)
    if (g_str_equal (text, shorthands[i].text))
      {
        *kind = shorthands[i].kind;
        *level = shorthands[i].level;
        return TRUE;
      }

  return FALSE;
}

gboolean
wijk_rich_edit_take_shorthand (WijkRichBuffer *buffer)
{
  guint line = wijk_rich_buffer_get_caret_line (buffer);
  const WijkRichLine *format = wijk_rich_buffer_get_line (buffer, line);
  g_autofree char *text = NULL;
  WijkBlockKind kind;
  guint level;
  GtkTextIter start, caret;

  get_caret (buffer, &caret);
  if (format->kind != WIJK_BLOCK_PARAGRAPH || format->level > 0 ||
      gtk_text_iter_get_line_offset (&caret) > 4)
    return FALSE;
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &start, (int) line);
  text = gtk_text_iter_get_slice (&start, &caret);
  if (!read_shorthand (text, &kind, &level))
    return FALSE;

  gtk_text_buffer_delete (GTK_TEXT_BUFFER (buffer), &start, &caret);
  wijk_rich_buffer_set_format (buffer, line, kind, level);

  return TRUE;
}

/* ---- pasting ---- */

/* Paragraphs of what was pasted; blank lines between them are not kept. */
static char *
dup_paragraphs (const char *text)
{
  g_autofree char *clean = wijk_text_clean_paste (text, -1);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = wijk_text_split_long_paragraph (lines[i], WIJK_PARAGRAPH_MOST);

      if (*g_strchug (lines[i]) == '\0')
        continue;
      for (guint j = 0; parts[j] != NULL; j++)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", parts[j]);
    }

  return g_string_free_and_steal (out);
}

void
wijk_rich_edit_paste (WijkRichBuffer *buffer, const char *text)
{
  gboolean is_line = strpbrk (text, "\r\n") == NULL && strlen (text) <= WIJK_PARAGRAPH_MOST;
  g_autofree char *paragraphs = is_line ? wijk_text_clean_paste (text, -1) : dup_paragraphs (text);

  if (*paragraphs == '\0')
    return;

  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (buffer));
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (buffer), TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), paragraphs, -1);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (buffer));
}

void
wijk_rich_edit_add_link (WijkRichBuffer *buffer, int start, int end, const char *uri)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &from, start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &to, end);
  wijk_rich_tags_clear_styles (&from, &to);
  wijk_rich_tags_apply (&from, &to, WIJK_STYLE_PLAIN, uri);
  wijk_rich_buffer_touch (
      buffer, (guint) gtk_text_iter_get_line (&from), (guint) gtk_text_iter_get_line (&to));
}

void
wijk_rich_edit_insert_link (WijkRichBuffer *buffer,
                            int position,
                            const char *words,
                            const char *uri)
{
  int n_before = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer));
  GtkTextIter iter;
  int end;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, position);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (buffer), &iter, words, -1);
  if (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer)) == n_before)
    return; /* in a block that cannot be written here */

  end = gtk_text_iter_get_offset (&iter);
  wijk_rich_edit_add_link (buffer, end - (int) g_utf8_strlen (words, -1), end, uri);
}

static gboolean
is_in_word (const GtkTextIter *iter)
{
  gunichar c = gtk_text_iter_get_char (iter);

  return g_unichar_isalnum (c) || c == '-';
}

char *
wijk_rich_edit_dup_ended_word (WijkRichBuffer *buffer, int *start, int *end)
{
  GtkTextIter from, to;
  const char *uri;

  get_caret (buffer, &to);
  if (gtk_text_iter_starts_line (&to) || !gtk_text_iter_backward_char (&to) || is_in_word (&to))
    return NULL;
  from = to;
  while (!gtk_text_iter_starts_line (&from) && gtk_text_iter_backward_char (&from))
    if (!is_in_word (&from))
      {
        gtk_text_iter_forward_char (&from);
        break;
      }
  if (gtk_text_iter_equal (&from, &to))
    return NULL;
  wijk_rich_tags_read (&from, &uri);
  if (uri != NULL)
    return NULL;

  *start = gtk_text_iter_get_offset (&from);
  *end = gtk_text_iter_get_offset (&to);

  return gtk_text_iter_get_slice (&from, &to);
}
