/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-pdf-search.h"

G_BEGIN_DECLS

/* The bar in which someone types the words to find, with how many places there are.
 *
 * Property "is-open" (boolean, can be set); it opens only while there is something to look in. */
#define WIJK_TYPE_PDF_FIND_BAR (wijk_pdf_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (WijkPdfFindBar, wijk_pdf_find_bar, WIJK, PDF_FIND_BAR, AdwBin)

/* What looks for the words, in a PDF of @n_pages; NULL closes the bar. */
void wijk_pdf_find_bar_set_search (WijkPdfFindBar *self, WijkPdfSearch *search, guint n_pages);

/* The page from which on it looks. */
void wijk_pdf_find_bar_set_page (WijkPdfFindBar *self, guint page);

/* To the next place (1) or the one before (-1). */
void wijk_pdf_find_bar_go (WijkPdfFindBar *self, int direction);

void wijk_pdf_find_bar_open (WijkPdfFindBar *self);

G_END_DECLS
