/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the pages of a PDF lie below each other, and which of them can be seen: arithmetic alone.
 *
 * Sizes of pages are in points; everything else is in pixels of the whole column of pages, from its
 * top left corner. A zoom is pixels a point.
 */

#pragma once

#include "wijk-pdf-content.h"

/* 100 %: a page on screen as large as on paper, at 96 pixels an inch. */
#define WIJK_PDF_LAYOUT_TRUE_ZOOM (96.0 / 72.0)

#define WIJK_PDF_LAYOUT_MIN_ZOOM (WIJK_PDF_LAYOUT_TRUE_ZOOM / 10)
#define WIJK_PDF_LAYOUT_MAX_ZOOM (WIJK_PDF_LAYOUT_TRUE_ZOOM * 8)

/* How the zoom follows the size of the view. */
typedef enum
{
  WIJK_PDF_FIT_NICE,  /* the width, but no larger than reads well */
  WIJK_PDF_FIT_WIDTH, /* the widest page fills the width */
  WIJK_PDF_FIT_PAGE,  /* the largest page is seen whole */
  WIJK_PDF_FIT_NONE,  /* it does not */
} WijkPdfFit;

/* A place on a page, in points from its top left corner; it may lie outside the page. */
typedef struct
{
  guint page;
  double x;
  double y;
} WijkPdfPlace;

typedef struct _WijkPdfLayout WijkPdfLayout;

/* An empty column. */
WijkPdfLayout *wijk_pdf_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;
void wijk_pdf_layout_free (WijkPdfLayout *self);

/* Adds a page at the end. */
void wijk_pdf_layout_add_page (WijkPdfLayout *self, double width, double height);
guint wijk_pdf_layout_get_n_pages (WijkPdfLayout *self);

/* The column is at least @width wide: narrower pages lie in its middle. */
void wijk_pdf_layout_set_width (WijkPdfLayout *self, double width);

/* Kept within the limits above. */
void wijk_pdf_layout_set_zoom (WijkPdfLayout *self, double zoom);
double wijk_pdf_layout_get_zoom (WijkPdfLayout *self);

/* The zoom that fits a view of this size; the present one for WIJK_PDF_FIT_NONE. */
double wijk_pdf_layout_find_zoom (WijkPdfLayout *self, WijkPdfFit fit, double width, double height);

void wijk_pdf_layout_get_size (WijkPdfLayout *self, double *width, double *height);

WijkPdfRectangle wijk_pdf_layout_get_page (WijkPdfLayout *self, guint page);

/* The pages that can be seen in a window on the column. FALSE if there is no page. */
gboolean wijk_pdf_layout_find_visible (
    WijkPdfLayout *self, double y, double height, guint *first, guint *last);

/* The page that someone who sees this window is reading. */
guint wijk_pdf_layout_find_current (WijkPdfLayout *self, double y, double height);

WijkPdfPlace wijk_pdf_layout_to_place (WijkPdfLayout *self, double x, double y);
void
wijk_pdf_layout_from_place (WijkPdfLayout *self, const WijkPdfPlace *place, double *x, double *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkPdfLayout, wijk_pdf_layout_free)
