/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-pdf.h"

G_BEGIN_DECLS

/* Looks for words in all pages of a PDF, one page after the other, from where the reader is on.
 *
 * Signals: "changed": more or other places are known, or the search ended; "moved": another place
 * is the one to look at. */
#define WIJK_TYPE_PDF_SEARCH (wijk_pdf_search_get_type ())
G_DECLARE_FINAL_TYPE (WijkPdfSearch, wijk_pdf_search, WIJK, PDF_SEARCH, GObject)

WijkPdfSearch *wijk_pdf_search_new (WijkPdf *pdf) G_GNUC_WARN_UNUSED_RESULT;

/* Looks anew in @n_pages pages from @page on, round the end; "" finds nothing. The first place
 * found becomes the current one. */
void wijk_pdf_search_start (WijkPdfSearch *self, const char *needle, guint page, guint n_pages);

/* To the next place (1) or the one before (-1), round the ends. */
void wijk_pdf_search_go (WijkPdfSearch *self, int direction);

/* The places on a page (WijkPdfMatch), lent; NULL where there are none or it is not known yet. */
GPtrArray *wijk_pdf_search_get_matches (WijkPdfSearch *self, guint page);

/* The current place, lent, and its page; NULL while there is none. */
const WijkPdfMatch *wijk_pdf_search_get_current (WijkPdfSearch *self, guint *page);

guint wijk_pdf_search_get_n_matches (WijkPdfSearch *self);

/* Which of them in the order of the pages the current one is, from 1; 0: none. */
guint wijk_pdf_search_get_position (WijkPdfSearch *self);

gboolean wijk_pdf_search_is_searching (WijkPdfSearch *self);

G_END_DECLS
