/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An open PDF. wijk_reader_open_async() makes it.
 *
 * Pages count from 0. Places and sizes are in points (1/72 inch) of the page as it is shown, from
 * its top left corner; a scale is pixels a point. Everything happens in the main context the PDF
 * was opened in. A callback is never called before its request returned. Errors of every request:
 * WIJK_PDF_ERROR_KILLED once the file has stopped its reader twice, WIJK_PDF_ERROR_DAMAGED for a
 * page that the file names but does not have, WIJK_PDF_ERROR_TOO_LARGE for an answer beyond all
 * measure, G_IO_ERROR_CANCELLED.
 */

#pragma once

#include "wijk-pdf-content.h"
#include "wijk-pdf-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WIJK_TYPE_PDF (wijk_pdf_get_type ())
G_DECLARE_FINAL_TYPE (WijkPdf, wijk_pdf, WIJK, PDF, GObject)

/* A part of a page, in pixels of the whole page at some scale. */
typedef struct
{
  guint x;
  guint y;
  guint width;
  guint height;
} WijkPdfTile;

/* What messages call the file. */
const char *wijk_pdf_get_name (WijkPdf *self);

/* The title in the file; "" where it has none. */
const char *wijk_pdf_get_title (WijkPdf *self);

guint wijk_pdf_get_n_pages (WijkPdf *self);

/* @width and @height may be NULL. A page that cannot be read has the size of A4. */
void wijk_pdf_get_page_size (WijkPdf *self, guint page, double *width, double *height);

/* The number printed on the page, as the file says ("iv", "A-3"), else its place from 1. */
const char *wijk_pdf_get_page_label (WijkPdf *self, guint page);

/* The page with that label, or -1. */
int wijk_pdf_find_page_label (WijkPdf *self, const char *label);

/* Whether the file has stopped its reader twice: nothing more can be shown (property "is-killed").
 */
gboolean wijk_pdf_is_killed (WijkPdf *self);

/* The largest scale up to @scale at which the page has at most 40 megapixels. */
double wijk_pdf_fit_scale (WijkPdf *self, guint page, double scale);

/* How the page is cut up at @scale (which wijk_pdf_fit_scale() allows): one tile up to 4
 * megapixels, else a grid of tiles of 2048 pixels. Free with g_free(). */
WijkPdfTile *wijk_pdf_dup_tiles (WijkPdf *self, guint page, double scale, guint *n_tiles);

/* Says which pages are in view and at which scale. Their pixels are drawn before anything else;
 * then those of the three pages after @last, unasked, into the cache. Pages drawn ahead that are no
 * longer near are given up. */
void wijk_pdf_set_view (WijkPdf *self, guint first, guint last, double scale);

/* Draws one tile of wijk_pdf_dup_tiles(). The pixels are rows from the top, four bytes each: blue,
 * green, red, alpha, premultiplied (GDK_MEMORY_B8G8R8A8_PREMULTIPLIED), 4 * width bytes a row.
 *
 * Anything above a mebibyte lies in memory shared with the reader, of which there are 15 slots:
 * keep no more GBytes than are on screen (and drop those that have gone). While all are held,
 * drawing waits until one is freed, which may be done on any thread. Recently drawn tiles are kept
 * (at most 200 MiB) and come at once. Cancelling gives up a request that has not begun. */
void wijk_pdf_render_async (WijkPdf *self,
                            guint page,
                            double scale,
                            const WijkPdfTile *tile,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GBytes *wijk_pdf_render_finish (WijkPdf *self, GAsyncResult *result, GError **error);

/* The same pixels if they are at hand, else NULL; asks for nothing. The caller owns them. */
GBytes *wijk_pdf_dup_cached (WijkPdf *self, guint page, double scale, const WijkPdfTile *tile);

/* The page's text with a rectangle for each character. */
void wijk_pdf_get_text_async (WijkPdf *self,
                              guint page,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
WijkPdfText *wijk_pdf_get_text_finish (WijkPdf *self, GAsyncResult *result, GError **error);

/* Where @needle (at most 255 bytes of it) stands on the page, without regard to case and accents,
 * also across line ends. Empty when it does not. */
void wijk_pdf_find_async (WijkPdf *self,
                          guint page,
                          const char *needle,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/* Array of WijkPdfMatch, which it frees. */
GPtrArray *wijk_pdf_find_finish (WijkPdf *self, GAsyncResult *result, GError **error);

/* The file's own contents list, as it reads from top to bottom; at most 10,000 entries. */
void wijk_pdf_get_outline_async (WijkPdf *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* Array of WijkPdfOutlineItem, which it frees. */
GPtrArray *wijk_pdf_get_outline_finish (WijkPdf *self, GAsyncResult *result, GError **error);

void wijk_pdf_get_links_async (WijkPdf *self,
                               guint page,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* Array of WijkPdfLink, which it frees. */
GPtrArray *wijk_pdf_get_links_finish (WijkPdf *self, GAsyncResult *result, GError **error);

void wijk_pdf_get_annotations_async (WijkPdf *self,
                                     guint page,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* Array of WijkPdfAnnotation, which it frees. */
GPtrArray *wijk_pdf_get_annotations_finish (WijkPdf *self, GAsyncResult *result, GError **error);

G_END_DECLS
