/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-rich-buffer.h"

G_BEGIN_DECLS

/* For what fills, reads and merges a WijkRichBuffer. */

GPtrArray *wijk_rich_buffer_get_lines (WijkRichBuffer *self);

/* Around edits of the bare text, which leave lines and tags to the caller and tell nobody. */
void wijk_rich_buffer_begin_bare (WijkRichBuffer *self);
void wijk_rich_buffer_end_bare (WijkRichBuffer *self);

/* Puts @block before line @line, or behind the last. */
void wijk_rich_buffer_insert_block (WijkRichBuffer *self, guint line, WijkBlock *block);

/* Takes lines out; one must stay. */
void wijk_rich_buffer_remove_lines (WijkRichBuffer *self, guint first, guint n);

/* Makes a line be @block, with as little change as can be. */
void wijk_rich_buffer_change_line (WijkRichBuffer *self, guint line, WijkBlock *block);

/* Marks these lines and their neighbours as written differently. */
void wijk_rich_buffer_mark_dirty (WijkRichBuffer *self, guint first, guint last);

/* Puts the tag of its kind on a line, and takes others off. */
void wijk_rich_buffer_tag_line (WijkRichBuffer *self, guint line);

G_END_DECLS
