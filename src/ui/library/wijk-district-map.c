/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-district-map.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "wijk-area.h"

static const char *
label_state (WijkMapState state)
{
  switch (state)
    {
    case WIJK_MAP_STATE_WIJKPLAN:
      return _ ("neighbourhood plan");
    case WIJK_MAP_STATE_WIJKVISIE:
      return _ ("vision");
    case WIJK_MAP_STATE_BOTH:
      return _ ("plan and vision");
    case WIJK_MAP_STATE_NONE:
    default:
      return _ ("no plan yet");
    }
}

static void
add_district (WijkMap *map, const WijkArea *district, guint state)
{
  g_autoptr (GPtrArray) parts = wijk_area_list_neighbourhoods (district);
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (WijkMapRing));
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *mark = g_strdup_printf ("%d", atoi (district->code + 6));

  for (guint i = 0; i < parts->len; i++)
    {
      const WijkArea *part = g_ptr_array_index (parts, i);
      WijkMapPoint *copy = g_new (WijkMapPoint, part->n_points);
      WijkMapRing ring = { copy, part->n_points };

      for (guint j = 0; j < part->n_points; j++)
        copy[j] = (WijkMapPoint) { part->ring[j].x, part->ring[j].y };
      g_ptr_array_add (points, copy);
      g_array_append_val (rings, ring);
    }

  wijk_map_add_area (map,
                     district->code,
                     wijk_area_get_display_name (district),
                     mark,
                     state,
                     label_state (state),
                     (const WijkMapRing *) (gpointer) rings->data,
                     rings->len);
}

WijkMap *
wijk_district_map_new (GHashTable *states)
{
  WijkMap *map = wijk_map_new (NULL);
  g_autoptr (GPtrArray) districts = wijk_area_list_districts ();

  for (guint i = 0; i < districts->len; i++)
    {
      const WijkArea *district = g_ptr_array_index (districts, i);
      gpointer state = states != NULL ? g_hash_table_lookup (states, district->code) : NULL;

      add_district (map, district, GPOINTER_TO_UINT (state));
    }

  return map;
}
