/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-tasks.h"

G_BEGIN_DECLS

/* One plan in the list of all plans: its summary as an object. */
#define WIJK_TYPE_PLAN_ENTRY (wijk_plan_entry_get_type ())
G_DECLARE_FINAL_TYPE (WijkPlanEntry, wijk_plan_entry, WIJK, PLAN_ENTRY, GObject)

/* Takes over @summary. */
WijkPlanEntry *wijk_plan_entry_new (WijkSummary *summary) G_GNUC_WARN_UNUSED_RESULT;

const WijkSummary *wijk_plan_entry_get_summary (WijkPlanEntry *self);

/* The code of the district that the plan lies in; NULL where that is not known. */
const char *wijk_plan_entry_get_district (WijkPlanEntry *self);

/* Remarks still to be answered. */
guint wijk_plan_entry_get_n_owed (WijkPlanEntry *self);

/* Takes over @summary; whether it differs from the one that stood. */
gboolean wijk_plan_entry_take (WijkPlanEntry *self, WijkSummary *summary);

G_END_DECLS
