/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-priority.h"

G_BEGIN_DECLS

/* Where a priority comes from: the remarks, groups and quotes that are linked to it, each to jump
 * to or to unlink; finding more of them; or saying that residents did not ask for it. */
#define WIJK_TYPE_PRIORITY_ORIGIN (wijk_priority_origin_get_type ())
G_DECLARE_FINAL_TYPE (WijkPriorityOrigin, wijk_priority_origin, WIJK, PRIORITY_ORIGIN, GtkWidget)

/* @priority: NULL for none. */
void wijk_priority_origin_set_priority (WijkPriorityOrigin *self,
                                        WijkDocument *document,
                                        WijkPriority *priority);

G_END_DECLS
