/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-pdf-view-page.h"
#include "wijk-pdf-view.h"

G_BEGIN_DECLS

/* A position in the text of a page. */
typedef struct
{
  guint page;
  guint position;
} WijkPdfCaret;

struct _WijkPdfView
{
  GtkWidget parent_instance;

  WijkPdf *pdf;
  WijkPdfSearch *search;
  WijkPdfLayout *layout;
  WijkPdfFit fit;
  GHashTable *pages; /* page to its widget */
  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  int width; /* as allocated */
  int height;
  gboolean is_arranging; /* the adjustments change by our own doing */
  guint idle;
  guint page;
  gboolean is_drawn;

  double x; /* of the pointer */
  double y;
  double zoom_before_pinch;
  WijkPdfCaret anchor; /* where the selection began */
  WijkPdfCaret caret;
  gboolean has_anchor;
  gboolean picks_area; /* dragging points at a rectangle instead of words */
  gboolean has_area;
  guint area_page;
  WijkPdfRectangle area;
  WijkPdfPlace area_start;
  GCancellable *copy_cancellable;
};

/* ---- wijk-pdf-view.c ---- */

/* Zooms so that what is at @x, @y of the view stays there. */
void wijk_pdf_view_zoom_at (WijkPdfView *self, double zoom, double x, double y);

double wijk_pdf_view_get_value (WijkPdfView *self, GtkOrientation orientation);

/* ---- wijk-pdf-view-pages.c ---- */

/* Makes the widgets of the pages that have come into sight; never while sizes are given out. */
void wijk_pdf_view_update_pages (WijkPdfView *self);

/* Gives the widgets that there are their places. */
void wijk_pdf_view_allocate_pages (WijkPdfView *self);
void wijk_pdf_view_remove_pages (WijkPdfView *self);
void wijk_pdf_view_set_page (WijkPdfView *self, guint page);

/* Marks what the search found. */
void wijk_pdf_view_mark_found (WijkPdfView *self);

/* Looks whether all that is in sight is there. */
void wijk_pdf_view_check_drawn (WijkPdfView *self);

/* ---- wijk-pdf-view-input.c ---- */

void wijk_pdf_view_add_bindings (GtkWidgetClass *widget_class);
void wijk_pdf_view_add_controllers (WijkPdfView *self);

/* ---- wijk-pdf-view-selection.c ---- */

/* The position in the text at a place of the view; FALSE while that page's text is not known. */
gboolean wijk_pdf_view_find_caret (WijkPdfView *self, double x, double y, WijkPdfCaret *caret);
gboolean wijk_pdf_view_has_selection (WijkPdfView *self);
void wijk_pdf_view_select (WijkPdfView *self, WijkPdfCaret anchor, WijkPdfCaret caret);
void wijk_pdf_view_select_word (WijkPdfView *self, WijkPdfCaret caret);
void wijk_pdf_view_select_none (WijkPdfView *self);
void wijk_pdf_view_mark_selection (WijkPdfView *self, WijkPdfViewPage *page);

/* ---- wijk-pdf-view-area.c ---- */

void wijk_pdf_view_begin_area (WijkPdfView *self, double x, double y);
void wijk_pdf_view_update_area (WijkPdfView *self, double x, double y);

/* FALSE where no rectangle is pointed at: words may be marked. */
gboolean wijk_pdf_view_mark_area (WijkPdfView *self, WijkPdfViewPage *page);

G_END_DECLS
