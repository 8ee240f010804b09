/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-pdf-viewer.h"
#include "wijk-source.h"

G_BEGIN_DECLS

/* The line in which remarks are typed over from a scanned sheet that is shown above it. Each keeps
 * the page, and the rectangle that was dragged over it. While the line is in sight, dragging over
 * the pages points at a rectangle. */
#define WIJK_TYPE_SCAN_ENTRY (wijk_scan_entry_get_type ())
G_DECLARE_FINAL_TYPE (WijkScanEntry, wijk_scan_entry, WIJK, SCAN_ENTRY, GtkWidget)

GtkWidget *wijk_scan_entry_new (WijkDocument *document, WijkSource *source, WijkPdfViewer *viewer);

G_END_DECLS
