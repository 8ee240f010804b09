/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-pdf.h"

G_BEGIN_DECLS

/* The pages of a PDF as small pictures with their labels; one of them is the page being read.
 *
 * Signal "chosen" (uint page): someone went to a page. */
#define WIJK_TYPE_PDF_PAGE_LIST (wijk_pdf_page_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkPdfPageList, wijk_pdf_page_list, WIJK, PDF_PAGE_LIST, AdwBin)

void wijk_pdf_page_list_set_pdf (WijkPdfPageList *self, WijkPdf *pdf);
void wijk_pdf_page_list_set_page (WijkPdfPageList *self, guint page);

G_END_DECLS
