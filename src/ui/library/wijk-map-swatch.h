/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a state looks on the map, for its legend. Property "state" (uint): a WijkMapState. */
#define WIJK_TYPE_MAP_SWATCH (wijk_map_swatch_get_type ())
G_DECLARE_FINAL_TYPE (WijkMapSwatch, wijk_map_swatch, WIJK, MAP_SWATCH, GtkWidget)

G_END_DECLS
