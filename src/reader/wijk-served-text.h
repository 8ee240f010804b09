/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page says, next to how it looks. Places leave as x, y, width and height in points from the
 * top left corner. @n_items is how many things were written. */

#pragma once

#include "wijk-served-pdf.h"

/* The text, then a rectangle for each of its characters. */
WijkStatus wijk_served_pdf_write_text (PopplerPage *page, WijkPayloadWriter *out, guint32 *n_items);

/* For each match: the number of rectangles, and these. */
WijkStatus wijk_served_pdf_write_matches (PopplerPage *page,
                                          const char *needle,
                                          WijkPayloadWriter *out,
                                          guint32 *n_items);

/* For each link to the web or to a mail address: rectangle, address. */
WijkStatus
wijk_served_pdf_write_links (PopplerPage *page, WijkPayloadWriter *out, guint32 *n_items);

/* For each annotation that a person made: kind (0 note, 1 mark, 2 other), contents, the words
 * marked, the number of rectangles, and these. */
WijkStatus
wijk_served_pdf_write_annotations (PopplerPage *page, WijkPayloadWriter *out, guint32 *n_items);

/* For each entry, as it reads: title, depth, page + 1 or 0. */
WijkStatus wijk_served_pdf_write_outline (PopplerDocument *document,
                                          guint32 n_pages,
                                          WijkPayloadWriter *out,
                                          guint32 *n_items);
