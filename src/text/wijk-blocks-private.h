/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-blocks.h"

#include <cmark-gfm.h>

G_BEGIN_DECLS

/* Put by the writer where CommonMark needs a character that is neither space nor punctuation, or
 * any at all, and left out of every text: WORD JOINER, which nobody sees. */
#define WIJK_JOINER "\342\201\240"

/* Marks footnote references while cmark reads; never in a text that is kept. */
#define WIJK_SENTINEL "\357\267\220"
#define WIJK_SENTINEL_LENGTH 3

/* What keeps two lists apart; a block of HTML that is just this is not kept. */
#define WIJK_LIST_SEPARATOR "<!-- -->"

/* How a line of text is to be escaped. */
typedef enum
{
  WIJK_INLINE_LINES,   /* a paragraph: line breaks are possible */
  WIJK_INLINE_HEADING, /* one line, ends with #'s are taken away */
  WIJK_INLINE_CELL,    /* one line, | ends it */
} WijkInlineMode;

/* Adds the text of @block to @out as CommonMark. */
void wijk_inline_write (WijkBlock *block, WijkInlineMode mode, GString *out);

/* Adds the inline content of @parent, in order, to @block. */
void wijk_inline_read (cmark_node *parent, WijkBlock *block);
char *wijk_sentinel_strip (const char *text, gssize length);

/* Literal blocks in the one form in which they read back as themselves. */
char *wijk_literal_from_code (cmark_node *node);
char *wijk_literal_from_html (const char *html);

/* Whether a list would go on into @literal, or out of it, if only a blank line is between. */
gboolean wijk_literal_is_list (const char *literal);

G_END_DECLS
