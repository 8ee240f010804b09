/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-priority.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* A priority in the ranked list: what it is, when, who, how far, where it comes from, what it
 * costs. */
#define WIJK_TYPE_PRIORITY_ROW (wijk_priority_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkPriorityRow, wijk_priority_row, WIJK, PRIORITY_ROW, GtkListBoxRow)

GtkWidget *wijk_priority_row_new (WijkState *state, WijkPriority *priority);

WijkPriority *wijk_priority_row_get_priority (WijkPriorityRow *self);

/* Shows the priority as it stands now; @rank from 1. */
void wijk_priority_row_update (WijkPriorityRow *self, guint rank);

G_END_DECLS
