/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark-filter.h"

G_BEGIN_DECLS

/* The neighbourhoods of a plan, ever darker the more remarks come from there, with their number.
 * Counted is what the filter asks for in whatever neighbourhood; choosing one narrows the filter to
 * it. Remarks from elsewhere and from no known neighbourhood are counted beside the map. */
#define WIJK_TYPE_REMARK_MAP (wijk_remark_map_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkMap, wijk_remark_map, WIJK, REMARK_MAP, GtkWidget)

GtkWidget *wijk_remark_map_new (WijkDocument *document, WijkRemarkFilter *filter);

G_END_DECLS
