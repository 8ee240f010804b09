/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The content stream of a page, read operator by operator. */

/* Puts every painting operator that stands outside marked content into "/Artifact BMC ... EMC":
 * cairo marks only text. Returns how many there were; `wrapped` (may be NULL) takes the new
 * stream. */
guint wijk_pdf_content_wrap (const char *data, gsize size, GString *wrapped);

/* Calls for every operator with its operands, which lie between `at` and `end` and are not ended
 * by a zero. */
typedef void (*WijkPdfOperator) (const char *name, const char *at, const char *end, gpointer data);
void wijk_pdf_content_foreach (const char *data,
                               gsize size,
                               WijkPdfOperator callback,
                               gpointer user_data);

/* The identifiers of marked content in a stream, in order; -1 where the nesting is broken. */
GArray *wijk_pdf_content_list_marks (const char *data, gsize size);

G_END_DECLS
