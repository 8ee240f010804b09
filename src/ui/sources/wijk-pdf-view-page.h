/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-pdf.h"

G_BEGIN_DECLS

/* One page of a PDF on screen: its pixels and what is marked on it. It asks for the tiles that are
 * in sight, shows those of the last zoom until the new ones are there, and lets go of the rest.
 *
 * Property "is-drawn" (boolean): all that is in sight is there. Signal "read": its text is known.
 */
#define WIJK_TYPE_PDF_VIEW_PAGE (wijk_pdf_view_page_get_type ())
G_DECLARE_FINAL_TYPE (WijkPdfViewPage, wijk_pdf_view_page, WIJK, PDF_VIEW_PAGE, GtkWidget)

typedef enum
{
  WIJK_PDF_MARK_FOUND,    /* where the words looked for stand */
  WIJK_PDF_MARK_CURRENT,  /* the one that was gone to */
  WIJK_PDF_MARK_SELECTED, /* what will be copied */
} WijkPdfMark;

#define WIJK_N_PDF_MARKS (WIJK_PDF_MARK_SELECTED + 1)

GtkWidget *wijk_pdf_view_page_new (WijkPdf *pdf, guint page);

guint wijk_pdf_view_page_get_page (WijkPdfViewPage *self);

/* Pixels of the screen's own measure a point. */
void wijk_pdf_view_page_set_zoom (WijkPdfViewPage *self, double zoom);

/* The part that is in sight, in points; all of it until this is called. */
void wijk_pdf_view_page_set_area (WijkPdfViewPage *self, const WijkPdfRectangle *area);

/* What is marked, in points; copied. */
void wijk_pdf_view_page_set_marks (WijkPdfViewPage *self,
                                   WijkPdfMark mark,
                                   const WijkPdfRectangle *rectangles,
                                   guint n_rectangles);

/* Reads the page's text, for assistive technology and for selecting. */
void wijk_pdf_view_page_read_text (WijkPdfViewPage *self);

/* The page's text, lent; NULL until it was read. */
const WijkPdfText *wijk_pdf_view_page_get_text (WijkPdfViewPage *self);

gboolean wijk_pdf_view_page_is_drawn (WijkPdfViewPage *self);

G_END_DECLS
