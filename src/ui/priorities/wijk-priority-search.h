/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-priority.h"

G_BEGIN_DECLS

/* Finds remarks and groups of remarks as one types, and links them to a priority, or unlinks them,
 * one after another. */
#define WIJK_TYPE_PRIORITY_SEARCH (wijk_priority_search_get_type ())
G_DECLARE_FINAL_TYPE (WijkPrioritySearch, wijk_priority_search, WIJK, PRIORITY_SEARCH, GtkPopover)

GtkWidget *wijk_priority_search_new (void);

/* @priority: NULL for none. */
void wijk_priority_search_set_priority (WijkPrioritySearch *self,
                                        WijkDocument *document,
                                        WijkPriority *priority);

/* Links @record to @priority as where it comes from, or takes the link away. */
gboolean wijk_priority_link_origin (WijkDocument *document,
                                    WijkPriority *priority,
                                    const char *record,
                                    gboolean linked,
                                    GError **error);

G_END_DECLS
