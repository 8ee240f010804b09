/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-block.h"

G_BEGIN_DECLS

/* Rich text as a list of blocks. Its stored form is CommonMark with tables, strikethrough and
 * footnotes. Promised is equality of blocks and spans, not of spelling:
 *  - wijk_blocks_write (wijk_blocks_parse (x)) is x for every x that wijk_blocks_write made;
 *  - parsing what was written gives the same blocks, whoever wrote the text they came from.
 * What has no place in the model stays as literal blocks and spans. Not kept: the title of a link,
 * whether a list was spaced, heading levels below the fourth (they become the fourth), where
 * lines were broken. A lone empty paragraph is no text at all: it is written as "". */
typedef struct _WijkBlocks WijkBlocks;

WijkBlocks *wijk_blocks_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Never fails: every text is CommonMark. @commonmark may be NULL. Time is linear in its length. */
WijkBlocks *wijk_blocks_parse (const char *commonmark) G_GNUC_WARN_UNUSED_RESULT;

/* Without a newline at the end. */
char *wijk_blocks_write (WijkBlocks *self) G_GNUC_WARN_UNUSED_RESULT;
void wijk_blocks_free (WijkBlocks *self);
gboolean wijk_blocks_equal (WijkBlocks *a, WijkBlocks *b);

guint wijk_blocks_get_n_blocks (WijkBlocks *self);
WijkBlock *wijk_blocks_get_block (WijkBlocks *self, guint position);

/* Takes @block and fits it to what stands before it: a list item is at most one level deeper than
 * the item before it, a paragraph goes on only in a list that is there. */
void wijk_blocks_append (WijkBlocks *self, WijkBlock *block);

/* For search and counting: a line for each block and each line break, cells with tabs between
 * them; without footnote references, inline HTML and images. Literal blocks as they stand. */
char *wijk_blocks_dup_plain_text (WijkBlocks *self) G_GNUC_WARN_UNUSED_RESULT;

/* Words are what stands between spaces and has a letter or digit. Literal blocks do not count. */
guint wijk_blocks_count_words (WijkBlocks *self);
guint wijk_text_count_words (const char *commonmark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkBlocks, wijk_blocks_free)

G_END_DECLS
