/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-map.h"

G_BEGIN_DECLS

/* In the order of the palette's fills. */
typedef enum
{
  WIJK_MAP_STATE_NONE,
  WIJK_MAP_STATE_WIJKPLAN,
  WIJK_MAP_STATE_WIJKVISIE,
  WIJK_MAP_STATE_BOTH,
} WijkMapState;

/* The ten districts of Leiden. Each state is told by colour, by pattern and in words. @states: code
 * of a district -> state as a pointer-sized integer; districts that are not in it have none; NULL:
 * none has. */
WijkMap *wijk_district_map_new (GHashTable *states) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
