/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The PDF that this process reads, and its answers. Each function fills @out or the pixels and
 * returns how it went; requests were checked before. */

#pragma once

#include "wijk-payload.h"
#include "wijk-protocol.h"

#include <poppler.h>

typedef struct
{
  PopplerDocument *document;
  guint32 n_pages;   /* 0 until it is open */
  PopplerPage *page; /* the last one used, or NULL */
  guint32 page_index;
} WijkServedPdf;

/* Copies @fd into private memory (a file that another program cuts off would kill a reader that
 * maps it) and opens it; writes the title. */
WijkStatus wijk_served_pdf_open (WijkServedPdf *self, int fd, WijkPayloadWriter *out);

/* Lends the page, or NULL: a file may name pages that it does not have. */
PopplerPage *wijk_served_pdf_get_page (WijkServedPdf *self, guint32 index);

/* For each of @n_pages pages from @first on: width, height (0 and 0 if it is not there), label. */
WijkStatus wijk_served_pdf_write_pages (WijkServedPdf *self,
                                        guint32 first,
                                        guint32 n_pages,
                                        WijkPayloadWriter *out);

/* Draws the tile that @request names on white into @pixels. */
WijkStatus wijk_served_pdf_render (WijkServedPdf *self, const WijkRequest *request, guint8 *pixels);
