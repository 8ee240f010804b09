/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader's answers in words, made into values. Each takes what is in the slot (a copy of it, as
 * the reader could change the slot meanwhile), the number of items that the reply claims and the
 * number of pages of the file, and gives a value that the caller owns, or NULL: then the reader
 * said something that it never says. */

#pragma once

#include "wijk-payload.h"
#include "wijk-pdf-content.h"
#include "wijk-protocol.h"

typedef struct
{
  double width; /* points; 0 for a page that is not there */
  double height;
  char *label; /* "" where the file has none */
} WijkPdfPage;

/* For g_array_set_clear_func(). */
void wijk_pdf_page_clear (gpointer page);

typedef gpointer (*WijkPdfDecode) (WijkPayloadReader *in, guint32 n_items, guint32 n_pages);

gpointer wijk_pdf_decode_title (WijkPayloadReader *in, guint32 n_items, guint32 n_pages); /* char */
gpointer
wijk_pdf_decode_pages (WijkPayloadReader *in, guint32 n_items, guint32 n_pages); /* GArray */
gpointer
wijk_pdf_decode_text (WijkPayloadReader *in, guint32 n_items, guint32 n_pages); /* WijkPdfText */

/* GPtrArray of the values of wijk-pdf-content.h. */
gpointer wijk_pdf_decode_matches (WijkPayloadReader *in, guint32 n_items, guint32 n_pages);
gpointer wijk_pdf_decode_links (WijkPayloadReader *in, guint32 n_items, guint32 n_pages);
gpointer wijk_pdf_decode_annotations (WijkPayloadReader *in, guint32 n_items, guint32 n_pages);
gpointer wijk_pdf_decode_outline (WijkPayloadReader *in, guint32 n_items, guint32 n_pages);
