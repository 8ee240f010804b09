/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a page becomes pixels: one tile as long as it fits in a slot, else a grid. */

#pragma once

#include "wijk-pdf-decode.h"
#include "wijk-pdf.h"

/* The largest scale up to @scale at which all of @page has at most 40 megapixels. */
double wijk_tiles_fit_scale (const WijkPdfPage *page, double scale);

/* The tiles that cover @page at that scale, in rows. Free with g_free(). */
WijkPdfTile *wijk_tiles_cut (const WijkPdfPage *page, double scale, guint *n_tiles);

/* Whether the tile that @request asks for fits in a slot and lies on @page at its scale. */
gboolean wijk_tiles_is_on_page (const WijkPdfPage *page, const WijkRequest *request);
