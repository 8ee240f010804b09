/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-pdf.h"

G_BEGIN_DECLS

/* The contents list that a PDF brings along.
 *
 * Property "is-empty" (boolean): it brings none. Signal "chosen" (uint page): someone went there.
 */
#define WIJK_TYPE_PDF_CONTENTS (wijk_pdf_contents_get_type ())
G_DECLARE_FINAL_TYPE (WijkPdfContents, wijk_pdf_contents, WIJK, PDF_CONTENTS, AdwBin)

/* Reads it; NULL empties the list. */
void wijk_pdf_contents_set_pdf (WijkPdfContents *self, WijkPdf *pdf);

G_END_DECLS
