/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-pdf-check.h"

#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* One file that is being looked at. */
typedef struct
{
  qpdf_data pdf;
  GPtrArray *findings;
  guint n_headings, n_links, n_annotations;
  GHashTable *marks; /* "page object/mark" that the tree reaches */
  GHashTable *ids;   /* of elements */
  GHashTable *seen;  /* numbers of objects met: no chain may come back on itself */
} WijkPdfCheck;

void wijk_pdf_check_report (WijkPdfCheck *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* A name, or "" where there is none; valid until the next name is asked. */
const char *wijk_pdf_check_name (WijkPdfCheck *self, qpdf_oh dict, const char *key);
qpdf_oh wijk_pdf_check_get (WijkPdfCheck *self, qpdf_oh dict, const char *key);
gboolean wijk_pdf_check_has_words (WijkPdfCheck *self, qpdf_oh dict, const char *key);

/* FALSE for an object that was met before; it is reported then. */
gboolean wijk_pdf_check_meet (WijkPdfCheck *self, qpdf_oh object);

/* Whether a stream may be unpacked: packed once and small, as all of ours are; a crafted one could
 * fill the memory. */
gboolean wijk_pdf_check_may_unpack (WijkPdfCheck *self, qpdf_oh stream);

void wijk_pdf_check_tree (WijkPdfCheck *self, qpdf_oh root);
void wijk_pdf_check_pages (WijkPdfCheck *self);
void wijk_pdf_check_text (WijkPdfCheck *self, GBytes *plan);

G_END_DECLS
