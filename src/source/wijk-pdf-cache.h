/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tiles drawn lately, least recently used out first. */

#pragma once

#include "wijk-protocol.h"

#include <glib.h>

typedef struct _WijkPdfCache WijkPdfCache;

/* Keeps at most @max_size bytes. */
WijkPdfCache *wijk_pdf_cache_new (gsize max_size);
void wijk_pdf_cache_free (WijkPdfCache *self);

/* @tile is a request to render. The pixels, with a reference for the caller, or NULL. */
GBytes *wijk_pdf_cache_lookup (WijkPdfCache *self, const WijkRequest *tile);

void wijk_pdf_cache_insert (WijkPdfCache *self, const WijkRequest *tile, GBytes *pixels);

/* Lets go of what was used longest ago; FALSE when nothing is left. */
gboolean wijk_pdf_cache_drop_oldest (WijkPdfCache *self);
