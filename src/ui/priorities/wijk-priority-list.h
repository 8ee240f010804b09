/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-priority.h"

G_BEGIN_DECLS

/* The priorities in their rank. They are put in another order by drag or by Alt with Up or Down.
 * Signals: "selected" (WijkPriority or NULL); "activated": by a click or Enter; "delete": the key
 * Delete; "changed": what it shows, or how many. */
#define WIJK_TYPE_PRIORITY_LIST (wijk_priority_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkPriorityList, wijk_priority_list, WIJK, PRIORITY_LIST, GtkWidget)

void wijk_priority_list_set_document (WijkPriorityList *self, WijkDocument *document);

WijkPriority *wijk_priority_list_get_selected (WijkPriorityList *self);
guint wijk_priority_list_get_n_rows (WijkPriorityList *self);

/* FALSE if it is not there. @focus: whether the focus goes there too. */
gboolean wijk_priority_list_select (WijkPriorityList *self, WijkPriority *priority, gboolean focus);

/* Its place, from 1; 0 if it is not there. */
guint wijk_priority_list_get_rank (WijkPriorityList *self, WijkPriority *priority);

G_END_DECLS
