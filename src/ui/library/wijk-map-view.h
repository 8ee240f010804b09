/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-map.h"

G_BEGIN_DECLS

/* A schematic map of the ten districts of Leiden, or of other areas. One district can be picked: by
 * a click, by the arrow keys, with space; picking it again lets go of it. Every district is a
 * toggle of its own for the keyboard and for screen readers.
 *
 * Properties: "picked" (string, NULL: none): the code of the district; "unnamed" (string): what the
 * marks stand for where a name does not fit, for a legend. Signal "activated" (string
 * code): Enter or a double click. */
#define WIJK_TYPE_MAP_VIEW (wijk_map_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkMapView, wijk_map_view, WIJK, MAP_VIEW, GtkWidget)

/* Shows which districts have a plan; see wijk-district-map.h. */
void wijk_map_view_set_states (WijkMapView *self, GHashTable *states);

/* Shows other areas, as @name; what is picked stays so if it is there. */
void wijk_map_view_set_map (WijkMapView *self, WijkMap *map, const char *name);

const char *wijk_map_view_get_picked (WijkMapView *self);
void wijk_map_view_set_picked (WijkMapView *self, const char *code);

G_END_DECLS
