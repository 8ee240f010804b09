/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-map.h"

G_BEGIN_DECLS

/* A map in one box and one style. Names are put where they fit and do not collide; where a name
 * does not fit, the area's mark stands. */
typedef struct _WijkMapLayout WijkMapLayout;

WijkMapLayout *
wijk_map_layout_new (WijkMap *map, const WijkPictureStyle *style, double width, double height);
void wijk_map_layout_free (WijkMapLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkMapLayout, wijk_map_layout_free)

/* The height at which the map fills the given width. */
double wijk_map_measure_height (const WijkMap *map, const WijkPictureStyle *style, double width);

void wijk_map_layout_draw (const WijkMapLayout *self, cairo_t *cr);

/* Adds the outline of an area to the current path, for a focus ring or a selection. */
void wijk_map_layout_trace (const WijkMapLayout *self, cairo_t *cr, guint area);
WijkPictureRect wijk_map_layout_get_box (const WijkMapLayout *self, guint area);
/* Whether the name stands in full on the map. */
gboolean wijk_map_layout_shows_name (const WijkMapLayout *self, guint area);

/* The area at a point, or -1. */
int wijk_map_layout_find_area (const WijkMapLayout *self, double x, double y);

G_END_DECLS
