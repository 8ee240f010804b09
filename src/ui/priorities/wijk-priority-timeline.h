/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-state.h"

G_BEGIN_DECLS

/* The priorities in time, as a picture and as the table behind it. Signal "activated" (string): the
 * id of a priority that was pressed. */
#define WIJK_TYPE_PRIORITY_TIMELINE (wijk_priority_timeline_get_type ())
G_DECLARE_FINAL_TYPE (WijkPriorityTimeline, wijk_priority_timeline, WIJK, PRIORITY_TIMELINE, AdwBin)

/* Shows the plan as it stands. */
void wijk_priority_timeline_update (WijkPriorityTimeline *self, WijkState *state);

G_END_DECLS
