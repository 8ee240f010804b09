/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-plan-entry.h"

G_BEGIN_DECLS

/* One plan in the list of all plans. Its menu uses the actions "library.remove" (s: plan id) and
 * "app.open-plan". */
#define WIJK_TYPE_PLAN_ROW (wijk_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkPlanRow, wijk_plan_row, WIJK, PLAN_ROW, GtkListBoxRow)

GtkWidget *wijk_plan_row_new (WijkPlanEntry *entry);

WijkPlanEntry *wijk_plan_row_get_entry (WijkPlanRow *self);

G_END_DECLS
