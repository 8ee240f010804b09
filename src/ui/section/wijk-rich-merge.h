/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-rich-buffer.h"

G_BEGIN_DECLS

/* Makes the text be @blocks. Paragraphs and words that are in both stay, and with them the caret
 * and what is in sight. @first and @last: characters at which the differences begin and end
 * afterwards; both -1 where there are none. */
void wijk_rich_merge (WijkRichBuffer *buffer, WijkBlocks *blocks, int *first, int *last);

/* Shows the blocks from @from on behind what is there, at first in place of the empty text, up to
 * @until (monotonic). Returns the first block that is left. */
guint wijk_rich_fill (WijkRichBuffer *buffer, WijkBlocks *blocks, guint from, gint64 until);

G_END_DECLS
