/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-pdf-check-private.h"

G_BEGIN_DECLS

/* The words on a page in the order in which they are drawn, without those that are only furniture
 * (artifacts). Fonts must have a ToUnicode map or the WinAnsi encoding, as cairo's have. */
void wijk_pdf_text_append (WijkPdfCheck *check, qpdf_oh page, GString *text);

G_END_DECLS
