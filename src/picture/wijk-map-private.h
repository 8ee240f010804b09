/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-map.h"

G_BEGIN_DECLS

/* Rings as arrays of WijkMapPoint, the first point not repeated. */

/* The union of rings that run the same way round: every edge that also occurs reversed is dropped
 * and the rest is linked to rings again. */
GPtrArray *wijk_map_unite (const WijkMapRing *rings, gsize n_rings);

gboolean wijk_map_find_bounds (GPtrArray *rings, WijkMapPoint *low, WijkMapPoint *high);
gboolean wijk_map_rings_contain (GPtrArray *rings, double x, double y);
/* Returns the distance to the nearest outline; 0 without a ring. */
double wijk_map_find_centre (GPtrArray *rings, WijkMapPoint *centre);

G_END_DECLS
