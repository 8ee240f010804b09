/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "wijk-state.h"
#include "wijk-timeline.h"

G_BEGIN_DECLS

/* The priorities of a plan in time, in the user's words. The title says what can be seen. NULL
 * while there are no priorities. */
WijkTimeline *wijk_plan_timeline_new (WijkState *state, GDateTime *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
