/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-rich-buffer.h"

G_BEGIN_DECLS

/* What the keys and buttons of a text do, at the caret or to what is selected. */

/* Takes a style off if all that is selected has it, else puts it on. With nothing selected it is
 * for the words typed next. */
void wijk_rich_edit_toggle_style (WijkRichBuffer *buffer, WijkStyle style);
gboolean wijk_rich_edit_has_style (WijkRichBuffer *buffer, WijkStyle style);

/* Makes the lines be @kind; those that are already, all of them, become ordinary paragraphs. */
void wijk_rich_edit_toggle_kind (WijkRichBuffer *buffer, WijkBlockKind kind);

/* Makes the lines be @kind at @level. */
void wijk_rich_edit_set_kind (WijkRichBuffer *buffer, WijkBlockKind kind, guint level);

/* Moves items of a list one level in (1) or out (-1). FALSE: there is none. */
gboolean wijk_rich_edit_indent (WijkRichBuffer *buffer, int by);

/* Enter: a new paragraph; an empty item ends its list, a heading is followed by a paragraph. */
void wijk_rich_edit_break_line (WijkRichBuffer *buffer);

/* Backspace at the start of a line that is not an ordinary paragraph makes it one; beside a block
 * that cannot be written here it selects the block first. FALSE: delete as usual. */
gboolean wijk_rich_edit_delete_back (WijkRichBuffer *buffer);

/* After a space was typed: "- ", "1. ", "# " or "> " at the start of an ordinary paragraph makes
 * it what that stands for. */
gboolean wijk_rich_edit_take_shorthand (WijkRichBuffer *buffer);

/* Inserts @text, which may be long and have many lines, in place of what is selected. */
void wijk_rich_edit_paste (WijkRichBuffer *buffer, const char *text);

/* Inserts @words as a link at @position. */
void wijk_rich_edit_insert_link (WijkRichBuffer *buffer,
                                 int position,
                                 const char *words,
                                 const char *uri);

/* Makes the words between two characters a link. */
void wijk_rich_edit_add_link (WijkRichBuffer *buffer, int start, int end, const char *uri);

/* The word that ended with the character typed last, and where it is; NULL if that did not end
 * one, or the word is in a link already. */
char *wijk_rich_edit_dup_ended_word (WijkRichBuffer *buffer, int *start, int *end);

G_END_DECLS
