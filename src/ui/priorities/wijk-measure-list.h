/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-priority.h"

G_BEGIN_DECLS

/* The measures of a priority in their order: added, changed in place, moved and deleted here. */
#define WIJK_TYPE_MEASURE_LIST (wijk_measure_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkMeasureList, wijk_measure_list, WIJK, MEASURE_LIST, GtkWidget)

/* @priority: NULL for none. */
void wijk_measure_list_set_priority (WijkMeasureList *self,
                                     WijkDocument *document,
                                     WijkPriority *priority);

/* Unfolds the measure that @record is or belongs to and puts the focus there; FALSE if there is
 * none. */
gboolean wijk_measure_list_show (WijkMeasureList *self, WijkRecord *record);

G_END_DECLS
