/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-timeline.h"

G_BEGIN_DECLS

/* A timeline at one width in one style: measured once, drawn and asked as often as wanted. From
 * 320 units of width on nothing overlaps; narrow ones put each title above its bar. */
typedef struct _WijkTimelineLayout WijkTimelineLayout;

WijkTimelineLayout *
wijk_timeline_layout_new (WijkTimeline *timeline, const WijkPictureStyle *style, double width);
void wijk_timeline_layout_free (WijkTimelineLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkTimelineLayout, wijk_timeline_layout_free)

double wijk_timeline_layout_get_height (const WijkTimelineLayout *self);

/* Draws with the top left corner at the origin; the ground is left as it is. */
void wijk_timeline_layout_draw (const WijkTimelineLayout *self, cairo_t *cr);

/* The whole row of a lane, for the focus and for clicks. */
WijkPictureRect wijk_timeline_layout_get_row (const WijkTimelineLayout *self, guint lane);

G_END_DECLS
