/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-picture.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} WijkMapPoint;

/* One closed outline in metres, x to the east and y to the north (RD New). Whether the first point
 * is repeated at the end does not matter. */
typedef struct
{
  const WijkMapPoint *points;
  gsize n_points;
} WijkMapRing;

typedef enum
{
  WIJK_MAP_WEST,
  WIJK_MAP_EAST,
  WIJK_MAP_NORTH,
  WIJK_MAP_SOUTH,
} WijkMapDirection;

/* A schematic map of named areas, each in one of WIJK_N_FILLS states. */
typedef struct _WijkMap WijkMap;

/* `credit` is drawn under the map (NULL: none). */
WijkMap *wijk_map_new (const char *credit);
WijkMap *wijk_map_ref (WijkMap *self);
void wijk_map_unref (WijkMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkMap, wijk_map_unref)

/* Adds an area and copies everything. Several rings that share edges in opposite directions become
 * their union: a district is given as the rings of its neighbourhoods. `mark` is a short sign
 * ("8") for where the name does not fit, or NULL. An area without a ring of three points is not
 * drawn. */
void wijk_map_add_area (WijkMap *self,
                        const char *code,
                        const char *name,
                        const char *mark,
                        guint state,
                        const char *state_label,
                        const WijkMapRing *rings,
                        gsize n_rings);

/* The states are degrees of one thing, from none to most, and are drawn ever darker; to be said
 * before the first layout is made. */
void wijk_map_set_graded (WijkMap *self, gboolean graded);

/* How an area is filled. */
const WijkFill *wijk_map_get_fill (const WijkMap *self, const WijkPalette *palette, guint area);

const char *wijk_map_get_credit (const WijkMap *self);
guint wijk_map_get_n_areas (const WijkMap *self);
const char *wijk_map_get_code (const WijkMap *self, guint area);
const char *wijk_map_get_name (const WijkMap *self, guint area);
const char *wijk_map_get_mark (const WijkMap *self, guint area);
guint wijk_map_get_state (const WijkMap *self, guint area);
const char *wijk_map_get_state_label (const WijkMap *self, guint area);

/* The outlines after the union; the points are lent. */
guint wijk_map_get_n_rings (const WijkMap *self, guint area);
WijkMapRing wijk_map_get_ring (const WijkMap *self, guint area, guint ring);

/* The box around everything; FALSE while nothing can be drawn. */
gboolean wijk_map_get_bounds (const WijkMap *self, WijkMapPoint *low, WijkMapPoint *high);
/* The point inside the area that is farthest from its outline, and that distance. */
gboolean
wijk_map_get_centre (const WijkMap *self, guint area, WijkMapPoint *centre, double *distance);
gboolean wijk_map_area_contains (const WijkMap *self, guint area, double x, double y);

/* The area one arrow key away, or -1 where nothing lies in that direction. */
int wijk_map_find_neighbour (const WijkMap *self, guint area, WijkMapDirection direction);

G_END_DECLS
