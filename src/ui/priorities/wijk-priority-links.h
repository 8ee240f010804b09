/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-priority.h"

G_BEGIN_DECLS

/* What else the plan says of a priority: the chapters that link to it, to jump to, and how its
 * aspects weigh with the reasons. Hidden while there is nothing. */
#define WIJK_TYPE_PRIORITY_LINKS (wijk_priority_links_get_type ())
G_DECLARE_FINAL_TYPE (WijkPriorityLinks, wijk_priority_links, WIJK, PRIORITY_LINKS, GtkWidget)

/* @priority: NULL for none. */
void wijk_priority_links_set_priority (WijkPriorityLinks *self,
                                       WijkDocument *document,
                                       WijkPriority *priority);

G_END_DECLS
