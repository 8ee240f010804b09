/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-pdf-layout.h"
#include "wijk-pdf-search.h"

G_BEGIN_DECLS

/* The pages of a PDF below each other, in a GtkScrolledWindow. Only pages in sight are widgets.
 * Dragging selects text; Control with the wheel, and pinching, zoom to the pointer.
 *
 * Properties, which notify: "page" (uint: the one being read, from 0), "zoom" (double), "fit" (int,
 * WijkPdfFit), "is-drawn" (boolean: all that is in sight is there), "has-selection" (boolean). */
#define WIJK_TYPE_PDF_VIEW (wijk_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkPdfView, wijk_pdf_view, WIJK, PDF_VIEW, GtkWidget)

/* Shows it from its first page on; NULL shows nothing. */
void wijk_pdf_view_set_pdf (WijkPdfView *self, WijkPdf *pdf);

/* Marks the places that it finds, and goes to the current one; NULL marks nothing. */
void wijk_pdf_view_set_search (WijkPdfView *self, WijkPdfSearch *search);

guint wijk_pdf_view_get_page (WijkPdfView *self);
void wijk_pdf_view_go_to_page (WijkPdfView *self, guint page);

void wijk_pdf_view_set_fit (WijkPdfView *self, WijkPdfFit fit);

/* Pixels a point; see WIJK_PDF_LAYOUT_TRUE_ZOOM. Setting it keeps the middle where it is. */
double wijk_pdf_view_get_zoom (WijkPdfView *self);
void wijk_pdf_view_set_zoom (WijkPdfView *self, double zoom);

/* Whether dragging points at a rectangle of a page instead of selecting words. */
void wijk_pdf_view_set_picks_area (WijkPdfView *self, gboolean picks_area);

/* The rectangle that is pointed at, in points from the top left corner of *@page. FALSE where there
 * is none: then *@page is the page being read. */
gboolean wijk_pdf_view_get_area (WijkPdfView *self, guint *page, WijkPdfRectangle *area);

/* Goes to @page and marks @area there; NULL marks nothing. */
void wijk_pdf_view_show_area (WijkPdfView *self, guint page, const WijkPdfRectangle *area);

/* Puts the selected words on the clipboard, when they have been read. */
void wijk_pdf_view_copy (WijkPdfView *self);

G_END_DECLS
