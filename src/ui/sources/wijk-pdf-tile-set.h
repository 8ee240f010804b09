/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-pdf.h"

G_BEGIN_DECLS

/* The pixels of one page: the tiles in sight at the present scale, and those of the last scale
 * until they are there. */
typedef struct _WijkPdfTileSet WijkPdfTileSet;

/* Called when pixels came or could not come. */
typedef void (*WijkPdfTileSetChanged) (gpointer user_data);

WijkPdfTileSet *wijk_pdf_tile_set_new (WijkPdf *pdf,
                                       guint page,
                                       WijkPdfTileSetChanged changed,
                                       gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/* After this @changed is not called again. */
void wijk_pdf_tile_set_free (WijkPdfTileSet *self);

/* Asks for the tiles in @area (in points) at @scale (pixels a point) and lets go of others. */
void wijk_pdf_tile_set_show (WijkPdfTileSet *self, double scale, const WijkPdfRectangle *area);

/* Draws what there is, at @zoom units a point. */
void wijk_pdf_tile_set_snapshot (WijkPdfTileSet *self, GtkSnapshot *snapshot, double zoom);

/* All that is in sight is there, or will never be. */
gboolean wijk_pdf_tile_set_is_drawn (WijkPdfTileSet *self);

/* The page cannot be drawn. */
gboolean wijk_pdf_tile_set_is_broken (WijkPdfTileSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkPdfTileSet, wijk_pdf_tile_set_free)

G_END_DECLS
