/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Selecting in the text of a page: between which characters a place lies, and what a range of them
 * covers. A position counts the characters before it. */

#pragma once

#include "wijk-pdf-content.h"

/* The position nearest to a place on the page, in points. */
guint wijk_pdf_text_find_position (const WijkPdfText *self, double x, double y);

/* The word at a position; both ends are the position where there is none. */
void wijk_pdf_text_find_word (const WijkPdfText *self, guint position, guint *from, guint *to);

/* What the characters of a range cover: one rectangle a line. WijkPdfRectangles. */
GArray *wijk_pdf_text_dup_rectangles (const WijkPdfText *self,
                                      guint from,
                                      guint to) G_GNUC_WARN_UNUSED_RESULT;

/* The words of a range; @to may lie beyond the end. */
char *
wijk_pdf_text_dup_range (const WijkPdfText *self, guint from, guint to) G_GNUC_WARN_UNUSED_RESULT;
