/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-map-private.h"
#include "wijk-map.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char *code, *name, *mark, *state_label;
  guint state;
  GPtrArray *rings; /* of GArray of WijkMapPoint */
  WijkMapPoint centre;
  double distance;
} WijkMapArea;

struct _WijkMap
{
  char *credit;
  gboolean graded;
  GPtrArray *areas;
};

static void
free_area (gpointer data)
{
  WijkMapArea *area = data;

  g_free (area->code);
  g_free (area->name);
  g_free (area->mark);
  g_free (area->state_label);
  g_ptr_array_unref (area->rings);
  g_free (area);
}

static void
clear_map (gpointer data)
{
  WijkMap *self = data;

  g_free (self->credit);
  g_ptr_array_unref (self->areas);
}

static const WijkMapArea *
get_area (const WijkMap *self, guint index)
{
  return g_ptr_array_index (self->areas, index);
}

WijkMap *
wijk_map_new (const char *credit)
{
  WijkMap *self = g_atomic_rc_box_new0 (WijkMap);

  self->credit = g_strdup (credit);
  self->areas = g_ptr_array_new_with_free_func (free_area);
  return self;
}

WijkMap *
wijk_map_ref (WijkMap *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
wijk_map_unref (WijkMap *self)
{
  g_atomic_rc_box_release_full (self, clear_map);
}

void
wijk_map_add_area (WijkMap *self,
                   const char *code,
                   const char *name,
                   const char *mark,
                   guint state,
                   const char *state_label,
                   const WijkMapRing *rings,
                   gsize n_rings)
{
  WijkMapArea *area = g_new0 (WijkMapArea, 1);

  area->code = g_strdup (code ? code : "");
  area->name = g_strdup (name ? name : "");
  area->mark = g_strdup (mark ? mark : "");
  area->state = MIN (state, WIJK_N_FILLS - 1);
  area->state_label = g_strdup (state_label ? state_label : "");
  area->rings = wijk_map_unite (rings, n_rings);
  area->distance = wijk_map_find_centre (area->rings, &area->centre);
  g_ptr_array_add (self->areas, area);
}

void
wijk_map_set_graded (WijkMap *self, gboolean graded)
{
  self->graded = graded;
}

const WijkFill *
wijk_map_get_fill (const WijkMap *self, const WijkPalette *palette, guint area)
{
  guint state = wijk_map_get_state (self, area);

  return self->graded && state > 0 ? &palette->bands[G_N_ELEMENTS (palette->bands) - state]
                                   : &palette->states[state];
}

const char *
wijk_map_get_credit (const WijkMap *self)
{
  return self->credit;
}

guint
wijk_map_get_n_areas (const WijkMap *self)
{
  return self->areas->len;
}

const char *
wijk_map_get_code (const WijkMap *self, guint area)
{
  g_return_val_if_fail (area < self->areas->len, NULL);
  return get_area (self, area)->code;
}

const char *
wijk_map_get_name (const WijkMap *self, guint area)
{
  g_return_val_if_fail (area < self->areas->len, NULL);
  return get_area (self, area)->name;
}

const char *
wijk_map_get_mark (const WijkMap *self, guint area)
{
  g_return_val_if_fail (area < self->areas->len, NULL);
  return get_area (self, area)->mark;
}

guint
wijk_map_get_state (const WijkMap *self, guint area)
{
  g_return_val_if_fail (area < self->areas->len, 0);
  return get_area (self, area)->state;
}

const char *
wijk_map_get_state_label (const WijkMap *self, guint area)
{
  g_return_val_if_fail (area < self->areas->len, NULL);
  return get_area (self, area)->state_label;
}

guint
wijk_map_get_n_rings (const WijkMap *self, guint area)
{
  g_return_val_if_fail (area < self->areas->len, 0);
  return get_area (self, area)->rings->len;
}

WijkMapRing
wijk_map_get_ring (const WijkMap *self, guint area, guint ring)
{
  const GArray *points;

  g_return_val_if_fail (ring < wijk_map_get_n_rings (self, area), ((WijkMapRing) { 0 }));
  points = g_ptr_array_index (get_area (self, area)->rings, ring);
  return (WijkMapRing) { (const WijkMapPoint *) points->data, points->len };
}

gboolean
wijk_map_get_bounds (const WijkMap *self, WijkMapPoint *low, WijkMapPoint *high)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->areas->len; i++)
    {
      WijkMapPoint a, b;

      if (!wijk_map_find_bounds (get_area (self, i)->rings, &a, &b))
        continue;
      *low = found ? (WijkMapPoint) { MIN (low->x, a.x), MIN (low->y, a.y) } : a;
      *high = found ? (WijkMapPoint) { MAX (high->x, b.x), MAX (high->y, b.y) } : b;
      found = TRUE;
    }
  return found;
}

gboolean
wijk_map_get_centre (const WijkMap *self, guint area, WijkMapPoint *centre, double *distance)
{
  g_return_val_if_fail (area < self->areas->len, FALSE);
  *centre = get_area (self, area)->centre;
  if (distance)
    *distance = get_area (self, area)->distance;
  return get_area (self, area)->rings->len > 0;
}

gboolean
wijk_map_area_contains (const WijkMap *self, guint area, double x, double y)
{
  g_return_val_if_fail (area < self->areas->len, FALSE);
  return wijk_map_rings_contain (get_area (self, area)->rings, x, y);
}

/* How far one has to go to b: along the arrow, and thrice as dear across it; negative where b does
 * not lie in that direction. */
static double
weigh_way (WijkMapPoint a, WijkMapPoint b, WijkMapDirection direction)
{
  double east = b.x - a.x, north = b.y - a.y;
  gboolean is_level = direction == WIJK_MAP_WEST || direction == WIJK_MAP_EAST;
  double along = is_level ? east : north, across = fabs (is_level ? north : east);

  if (direction == WIJK_MAP_WEST || direction == WIJK_MAP_SOUTH)
    along = -along;
  if (along <= 0 || across > along * 2.5)
    return -1;
  return along + 3 * across;
}

int
wijk_map_find_neighbour (const WijkMap *self, guint area, WijkMapDirection direction)
{
  WijkMapPoint from, to;
  double best = -1;
  int found = -1;

  g_return_val_if_fail (area < self->areas->len, -1);
  if (!wijk_map_get_centre (self, area, &from, NULL))
    return -1;
  for (guint i = 0; i < self->areas->len; i++)
    {
      double way = -1;

      if (i != area && wijk_map_get_centre (self, i, &to, NULL))
        way = weigh_way (from, to, direction);
      if (way >= 0 && (best < 0 || way < best))
        {
          best = way;
          found = (int) i;
        }
    }
  return found;
}
