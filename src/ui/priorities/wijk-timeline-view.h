/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-timeline.h"

G_BEGIN_DECLS

/* Priorities in time as a picture. Every lane can have the focus, says in words what it shows, and
 * can be pressed. Signal "activated" (string): the id of the lane. */
#define WIJK_TYPE_TIMELINE_VIEW (wijk_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkTimelineView, wijk_timeline_view, WIJK, TIMELINE_VIEW, GtkWidget)

void wijk_timeline_view_set_timeline (WijkTimelineView *self, WijkTimeline *timeline);

G_END_DECLS
