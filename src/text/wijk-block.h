/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One paragraph of rich text, or what stands in its place. */
typedef enum
{
  WIJK_BLOCK_PARAGRAPH, /* level 0; or level n: goes on in the list item of that level before it */
  WIJK_BLOCK_HEADING,   /* level 1-4 within the section */
  WIJK_BLOCK_BULLET,    /* an item of a list, level 1-8 */
  WIJK_BLOCK_NUMBER,    /* an item of a numbered list, level 1-8 */
  WIJK_BLOCK_QUOTE,     /* one paragraph of a quotation */
  WIJK_BLOCK_TABLE,     /* has cells instead of text */
  WIJK_BLOCK_LITERAL,   /* CommonMark kept as it stands: HTML, code, lines, notes, mixed lists */
} WijkBlockKind;

#define WIJK_HEADING_MAX 4
#define WIJK_LIST_LEVEL_MAX 8

/* A line break within a paragraph; as GtkTextBuffer it does not end one. */
#define WIJK_LINE_BREAK "\342\200\250" /* U+2028 */

typedef enum
{
  WIJK_STYLE_PLAIN = 0,
  WIJK_STYLE_BOLD = 1 << 0,
  WIJK_STYLE_ITALIC = 1 << 1,
  WIJK_STYLE_STRIKE = 1 << 2,
  WIJK_STYLE_CODE = 1 << 3,
  WIJK_STYLE_FOOTNOTE = 1 << 4, /* the text is one reference, "[^label]" */
  WIJK_STYLE_LITERAL = 1 << 5,  /* the text is CommonMark as it stands: an image, inline HTML */
} WijkStyle;

/* A stretch of a block's text in one style, in bytes. The spans of a block cover its text without
 * gap or overlap, and neighbours differ (but each footnote reference is a span of its own). */
typedef struct
{
  guint start;
  guint end;
  WijkStyle style;
  const char *uri; /* of a link, as "wijk:remark/<id>"; NULL: no link */
} WijkSpan;

typedef enum
{
  WIJK_ALIGN_NONE,
  WIJK_ALIGN_LEFT,
  WIJK_ALIGN_CENTRE,
  WIJK_ALIGN_RIGHT,
} WijkAlign;

typedef struct _WijkBlock WijkBlock;

/* @level as said at the kinds; WijkBlocks puts right what does not fit where the block is put. */
WijkBlock *wijk_block_new (WijkBlockKind kind, guint level) G_GNUC_WARN_UNUSED_RESULT;

/* A table of @n_columns (at least one), still without rows. */
WijkBlock *wijk_block_new_table (guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void wijk_block_free (WijkBlock *self);
gboolean wijk_block_equal (WijkBlock *a, WijkBlock *b);

WijkBlockKind wijk_block_get_kind (WijkBlock *self);
guint wijk_block_get_level (WijkBlock *self);

/* Of a numbered item: the number it starts a list with, up to 999999999. 0, as it is at first:
 * one more than the item before it, or 1 where no list is to go on. */
guint wijk_block_get_start (WijkBlock *self);
void wijk_block_set_start (WijkBlock *self, guint start);

/* The text, lent until the block changes. Without newlines, save in a literal block. */
const char *wijk_block_get_text (WijkBlock *self);
const WijkSpan *wijk_block_get_spans (WijkBlock *self, guint *n_spans);

/* Adds @text at the end, in @style and as a link to @uri if not NULL. Line ends become line
 * breaks; control characters and U+2060, U+FEFF and U+FDD0, which the stored form needs for
 * itself, are left out, and so is the style FOOTNOTE of what is not a reference. In a literal
 * block style and uri are ignored and newlines stay. A table has no text of its own. */
void wijk_block_append (WijkBlock *self, const char *text, WijkStyle style, const char *uri);

/* Only for tables. Row 0 is the head. The cells are paragraphs, lent: append to them. */
guint wijk_block_get_n_columns (WijkBlock *self);
guint wijk_block_get_n_rows (WijkBlock *self);
void wijk_block_add_row (WijkBlock *self);
WijkBlock *wijk_block_get_cell (WijkBlock *self, guint row, guint column);
WijkAlign wijk_block_get_align (WijkBlock *self, guint column);
void wijk_block_set_align (WijkBlock *self, guint column, WijkAlign align);

/* Bytes of the footnote reference "[^label]" that @text begins with; 0 if it does not. */
gsize wijk_block_scan_footnote (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkBlock, wijk_block_free)

G_END_DECLS
