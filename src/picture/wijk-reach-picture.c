/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-reach-picture.h"

#include "wijk-area.h"

static char *
show_count (const WijkReachCount *count, const WijkReachWords *words)
{
  switch (count->shown)
    {
    case WIJK_REACH_FEW:
      return g_strdup (words->few);
    case WIJK_REACH_WITHHELD:
      return g_strdup (words->withheld);
    case WIJK_REACH_NUMBER:
    default:
      return g_strdup_printf ("%u", count->n);
    }
}

static char *
show_percent (int share)
{
  return share >= 0 ? g_strdup_printf ("%d %%", share) : g_strdup ("");
}

/* @pattern with its {names} filled in. */
static char *
fill (const char *pattern, guint n, int share, int population)
{
  GString *text = g_string_new (pattern);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *part = g_strdup_printf ("%d", share);
  g_autofree char *living = g_strdup_printf ("%d", population);

  g_string_replace (text, "{n}", count, 0);
  g_string_replace (text, "{share}", part, 0);
  g_string_replace (text, "{population}", living, 0);

  return g_string_free_and_steal (text);
}

char *
wijk_reach_dup_value (const WijkReach *self, const WijkReachRow *row, const WijkReachWords *words)
{
  int share = wijk_reach_get_share (self, row);
  int population = wijk_reach_get_population_share (self, row);

  if (row->people.shown != WIJK_REACH_NUMBER || share < 0)
    return show_count (&row->people, words);

  return fill (
      population >= 0 ? words->population : words->share, row->people.n, share, population);
}

static guint
get_state (const WijkReach *self, const WijkReachRow *row)
{
  int share = wijk_reach_get_share (self, row);
  int population = wijk_reach_get_population_share (self, row);

  if (row->people.shown != WIJK_REACH_NUMBER || row->people.n == 0)
    return 0;
  if (share < 0 || population < 0)
    return 1;
  if (share * 2 <= population)
    return 2;

  return share >= population * 2 && share > 0 ? 3 : 1;
}

WijkBars *
wijk_reach_to_bars (const WijkReach *self, const char *const *labels, const WijkReachWords *words)
{
  WijkBars *bars = wijk_bars_new (words->title, words->label_head, words->value_head);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const WijkReachRow *row = self->rows->pdata[i];
      g_autofree char *value = wijk_reach_dup_value (self, row, words);

      wijk_bars_add (bars,
                     labels[i],
                     row->people.n, /* 0 where it is not shown: a length would tell */
                     value,
                     get_state (self, row) == 2 ? 1 : 0);
    }

  return bars;
}

/* Adds an area as the map wants it. */
static void
add_area (WijkMap *map, const WijkArea *area, const char *label, guint state, const char *value)
{
  g_autofree WijkMapPoint *points = g_new (WijkMapPoint, area->n_points);
  WijkMapRing ring = { points, area->n_points };

  for (guint i = 0; i < area->n_points; i++)
    points[i] = (WijkMapPoint) { area->ring[i].x, area->ring[i].y };
  wijk_map_add_area (map, area->code, label, NULL, state, value, &ring, 1);
}

WijkMap *
wijk_reach_to_map (const WijkReach *self, const char *const *labels, const WijkReachWords *words)
{
  g_autoptr (WijkMap) map = wijk_map_new (WIJK_AREA_CREDIT);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const WijkReachRow *row = self->rows->pdata[i];
      const WijkArea *area = wijk_area_lookup_code (row->key);
      g_autofree char *value = wijk_reach_dup_value (self, row, words);

      if (area != NULL)
        add_area (map, area, labels[i], get_state (self, row), value);
    }

  return wijk_map_get_n_areas (map) > 0 ? g_steal_pointer (&map) : NULL;
}

GPtrArray *
wijk_reach_to_table (const WijkReach *self,
                     const char *const *labels,
                     const char *const *heads,
                     const WijkReachWords *words)
{
  GPtrArray *table = wijk_picture_table_new ();

  wijk_picture_table_add (table, heads[0], heads[1], heads[2], heads[3], heads[4], NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const WijkReachRow *row = self->rows->pdata[i];
      g_autofree char *remarks = show_count (&row->remarks, words);
      g_autofree char *people = show_count (&row->people, words);
      g_autofree char *share = show_percent (wijk_reach_get_share (self, row));
      g_autofree char *population = show_percent (wijk_reach_get_population_share (self, row));

      wijk_picture_table_add (table, labels[i], remarks, people, share, population, NULL);
    }

  return table;
}
