/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-rich-line.h"

G_BEGIN_DECLS

/* Pixels that a level of a list, and a quotation, are set in. */
#define WIJK_RICH_INDENT 28

/* What stays in one piece. */
#define WIJK_RICH_ATOMS (WIJK_STYLE_FOOTNOTE | WIJK_STYLE_LITERAL)

/* The tags that show what a text is: one for each kind of line, one for each style. */
GtkTextTagTable *wijk_rich_tags_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The tag of all of a line, lent; NULL for an ordinary paragraph. */
GtkTextTag *wijk_rich_tags_get_for_line (GtkTextTagTable *tags, const WijkRichLine *line);

/* Lent; @style is a single bit. */
GtkTextTag *wijk_rich_tags_get_for_style (GtkTextTagTable *tags, WijkStyle style);

/* Colours of links, for light and dark. */
void wijk_rich_tags_set_link_colour (GtkTextTagTable *tags, const GdkRGBA *colour);

/* What the character behind @iter is. @uri, lent, may be NULL. */
WijkStyle wijk_rich_tags_read (const GtkTextIter *iter, const char **uri);

/* Whether @iter is inside a footnote or the like, which stays in one piece. */
gboolean wijk_rich_tags_is_in_atom (const GtkTextIter *iter);

/* Moves @iter forward to where a tag begins or ends, at most to @end. Looks no further, unlike
 * gtk_text_iter_forward_to_tag_toggle(), which walks through all of a text without tags. */
void wijk_rich_tags_forward (GtkTextIter *iter, const GtkTextIter *end);

/* Takes the tags of styles and links, or those of lines, off a range. */
void wijk_rich_tags_clear_styles (const GtkTextIter *start, const GtkTextIter *end);
void wijk_rich_tags_clear_lines (const GtkTextIter *start, const GtkTextIter *end);

void wijk_rich_tags_apply (const GtkTextIter *start,
                           const GtkTextIter *end,
                           WijkStyle style,
                           const char *uri);

G_END_DECLS
