/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-pdf-view.h"
#include "wijk-reader.h"

G_BEGIN_DECLS

/* A PDF to read: its pages, the list of them, zoom and finding words; or why it cannot be shown.
 *
 * Property "state" (int, WijkPdfViewerState), which notifies.
 * Actions: "pdf.find", "pdf.find-next", "pdf.find-previous", "pdf.zoom-in", "pdf.zoom-out",
 * "pdf.zoom" (s: per cent), "pdf.fit" (s: nice, width, page), "pdf.copy". */
#define WIJK_TYPE_PDF_VIEWER (wijk_pdf_viewer_get_type ())
G_DECLARE_FINAL_TYPE (WijkPdfViewer, wijk_pdf_viewer, WIJK, PDF_VIEWER, AdwBin)

typedef enum
{
  WIJK_PDF_VIEWER_EMPTY,
  WIJK_PDF_VIEWER_LOADING,
  WIJK_PDF_VIEWER_SHOWN, /* the first pages are drawn */
  WIJK_PDF_VIEWER_FAILED,
} WijkPdfViewerState;

/* The program's one reader of PDFs, lent. */
WijkReader *wijk_pdf_viewer_get_reader (void);

GtkWidget *wijk_pdf_viewer_new (void);

/* What can be done when a PDF cannot be shown, below the reason. */
void wijk_pdf_viewer_set_help (WijkPdfViewer *self, GtkWidget *help);

/* @name is what messages call the file. */
void wijk_pdf_viewer_open (WijkPdfViewer *self, GFile *file, const char *name);

/* Lets go of the file. */
void wijk_pdf_viewer_close (WijkPdfViewer *self);

/* Goes to a page, from 0, once it is open, and marks @words there if it has them (may be NULL). */
void wijk_pdf_viewer_show_words (WijkPdfViewer *self, guint page, const char *words);

/* The same, and marks a rectangle of the page; NULL: none. */
void wijk_pdf_viewer_show_area (WijkPdfViewer *self, guint page, const WijkPdfRectangle *area);

/* The pages, lent. */
WijkPdfView *wijk_pdf_viewer_get_view (WijkPdfViewer *self);

/* Opens the bar to find words in; FALSE while there is nothing to look in. */
gboolean wijk_pdf_viewer_find (WijkPdfViewer *self);

G_END_DECLS
