/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-blocks.h"
#include "wijk-rich-line.h"

G_BEGIN_DECLS

/* A text that is being written: a line of the buffer for each block, tags for styles and links.
 * Behind the last line is one more line end that belongs to no block, so that every line can carry
 * tags; nothing gets behind it, neither the caret nor words.
 *
 * Whatever is inserted or deleted, by whom, the lines stay as they should: words take the style of
 * what they follow, lines the kind of the line they came from, and blocks that cannot be written
 * here (tables, code) are kept or deleted whole.
 *
 * Signal "edited": somebody wrote; not emitted for what is shown or merged in. Use it instead of
 * "changed", at which the lines are not known yet. */
#define WIJK_TYPE_RICH_BUFFER (wijk_rich_buffer_get_type ())
G_DECLARE_FINAL_TYPE (WijkRichBuffer, wijk_rich_buffer, WIJK, RICH_BUFFER, GtkTextBuffer)

WijkRichBuffer *wijk_rich_buffer_new (void) G_GNUC_WARN_UNUSED_RESULT;

guint wijk_rich_buffer_get_n_lines (WijkRichBuffer *self);

/* Lent until the next edit. There is always a first line. */
const WijkRichLine *wijk_rich_buffer_get_line (WijkRichBuffer *self, guint line);

/* The words of a line, without its end. */
void wijk_rich_buffer_get_bounds (WijkRichBuffer *self,
                                  guint line,
                                  GtkTextIter *start,
                                  GtkTextIter *end);

/* Whether nothing is written: one ordinary paragraph without words. */
gboolean wijk_rich_buffer_is_empty (WijkRichBuffer *self);

/* The line of the caret. */
guint wijk_rich_buffer_get_caret_line (WijkRichBuffer *self);

/* Makes a line be something else. No effect on a block that cannot be written here. */
void
wijk_rich_buffer_set_format (WijkRichBuffer *self, guint line, WijkBlockKind kind, guint level);

/* Puts an empty paragraph before line @line, or behind the last. */
void wijk_rich_buffer_add_line (WijkRichBuffer *self, guint line);

/* The style that words typed next are in, whatever stands before them; until the caret moves. */
void wijk_rich_buffer_set_typing_style (WijkRichBuffer *self, WijkStyle style);

/* The style that words typed at the caret are in. */
WijkStyle wijk_rich_buffer_get_typing_style (WijkRichBuffer *self);

/* Tells "edited", after tags were changed between these lines. */
void wijk_rich_buffer_touch (WijkRichBuffer *self, guint first, guint last);

/* What is written, as blocks; the caller's. */
WijkBlock *wijk_rich_buffer_dup_block (WijkRichBuffer *self, guint line) G_GNUC_WARN_UNUSED_RESULT;

/* Begins a count at line @from, for wijk_rich_count_next(). */
void wijk_rich_buffer_begin_count (WijkRichBuffer *self, WijkRichCount *count, guint from);

G_END_DECLS
