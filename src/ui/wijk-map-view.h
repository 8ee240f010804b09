/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A schematic map of the ten districts of Leiden. One district can be picked: by a click, by the
 * arrow keys, with space; picking it again lets go of it. Every district is a toggle of its own for
 * the keyboard and for screen readers.
 *
 * Property "picked" (string, NULL: none): the code of the district. Signal "activated" (string
 * code): Enter or a double click. */
#define WIJK_TYPE_MAP_VIEW (wijk_map_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkMapView, wijk_map_view, WIJK, MAP_VIEW, GtkWidget)

/* In the order of the palette's fills. */
typedef enum
{
  WIJK_MAP_STATE_NONE,
  WIJK_MAP_STATE_WIJKPLAN,
  WIJK_MAP_STATE_WIJKVISIE,
  WIJK_MAP_STATE_BOTH,
} WijkMapState;

/* Each state is told by colour, by pattern and in words. @states: code of a district -> state as a
 * pointer-sized integer; districts that are not in it have none. */
void wijk_map_view_set_states (WijkMapView *self, GHashTable *states);

const char *wijk_map_view_get_picked (WijkMapView *self);
void wijk_map_view_set_picked (WijkMapView *self, const char *code);

G_END_DECLS
