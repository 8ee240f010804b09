/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-block.h"

G_BEGIN_DECLS

/* What a line of a text that is being written is, beside its words, which the buffer has. Lines and
 * blocks are one to one. */
typedef struct
{
  WijkBlockKind kind;
  guint level;  /* as of WijkBlock */
  guint start;  /* of a numbered item, as of WijkBlock */
  char *source; /* CommonMark of a block that can be read here, not written; else NULL */

  gboolean is_typed;    /* since it was shown: spaces at its end are those of who types on */
  gboolean keeps_space; /* written with them, as who types is still there */
  gboolean is_dirty;    /* written differently, or between other neighbours, than last time */
  char *written;        /* CommonMark of the group that begins here, as it was last time */
  guint n_words;        /* in that group */
} WijkRichLine;

WijkRichLine *wijk_rich_line_new (WijkBlockKind kind, guint level) G_GNUC_WARN_UNUSED_RESULT;

/* Another line of the same kind, without a number of its own. */
WijkRichLine *wijk_rich_line_split (const WijkRichLine *self) G_GNUC_WARN_UNUSED_RESULT;
void wijk_rich_line_free (WijkRichLine *self);

/* Whether it stands in a list: an item, or a paragraph that goes on in one. */
gboolean wijk_rich_line_is_listed (const WijkRichLine *self);

/* Whether what is written of @next does not depend on @self and what is before it: there a group
 * ends. A group is what is written as one piece. */
gboolean wijk_rich_line_ends_group (const WijkRichLine *self, const WijkRichLine *next);

/* Puts right, in the list that goes through line @from, what does not fit what stands before it, as
 * wijk_blocks_append() does. Calls @changed for each line that differs. */
void wijk_rich_lines_fit (GPtrArray *lines,
                          guint from,
                          void (*changed) (guint line, gpointer user_data),
                          gpointer user_data);

/* Counts the items of numbered lists, line after line, as they are written. */
typedef struct
{
  guint number[WIJK_LIST_LEVEL_MAX + 1]; /* of the item before on each level; 0: it was none */
} WijkRichCount;

/* Begins before line @from. */
void wijk_rich_count_begin (WijkRichCount *self, GPtrArray *lines, guint from);

/* The number of the next line, 0 if it has none. */
guint wijk_rich_count_next (WijkRichCount *self, const WijkRichLine *line);

G_END_DECLS
