/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-workplace.h"

G_BEGIN_DECLS

/* All plans of this laptop as a GListModel of WijkPlanEntry. What a plan holds is read in a thread,
 * one plan after another; an entry is there once it was read. Property "loading" (boolean). */
#define WIJK_TYPE_PLAN_LIST (wijk_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkPlanList, wijk_plan_list, WIJK, PLAN_LIST, GObject)

WijkPlanList *wijk_plan_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Reads all plans anew; entries that are the same stay as they are. */
void wijk_plan_list_refresh (WijkPlanList *self, WijkWorkplace *workplace);

G_END_DECLS
