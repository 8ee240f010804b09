/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-pdf-content.h"

G_BEGIN_DECLS

/* A rectangle of a page as it is kept with a remark (scan-rectangle): left, top, width and height
 * in points from the top left corner, one decimal, separated by spaces. */
char *wijk_scan_place_format (const WijkPdfRectangle *rectangle) G_GNUC_WARN_UNUSED_RESULT;

/* FALSE for anything else, such as from another program. */
gboolean wijk_scan_place_parse (const char *text, WijkPdfRectangle *rectangle);

G_END_DECLS
