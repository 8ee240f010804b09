/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-map-private.h"

#include <math.h>

typedef struct
{
  WijkMapPoint from, to;
  gboolean is_used;
} Edge;

static gboolean
is_same (WijkMapPoint a, WijkMapPoint b)
{
  return a.x == b.x && a.y == b.y;
}

static guint
hash_edge (gconstpointer data)
{
  const Edge *edge = data;
  const double values[] = { edge->from.x, edge->from.y, edge->to.x, edge->to.y };
  guint hash = 17;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    hash = hash * 31 + g_double_hash (&values[i]);
  return hash;
}

static gboolean
equal_edges (gconstpointer a, gconstpointer b)
{
  return is_same (((const Edge *) a)->from, ((const Edge *) b)->from) &&
         is_same (((const Edge *) a)->to, ((const Edge *) b)->to);
}

static guint
hash_point (gconstpointer data)
{
  const WijkMapPoint *point = data;

  return g_double_hash (&point->x) * 31 + g_double_hash (&point->y);
}

static gboolean
equal_points (gconstpointer a, gconstpointer b)
{
  return is_same (*(const WijkMapPoint *) a, *(const WijkMapPoint *) b);
}

/* Every edge once, without those whose reverse was there before. */
static GHashTable *
collect_edges (const WijkMapRing *rings, gsize n_rings, GPtrArray *order)
{
  GHashTable *edges = g_hash_table_new (hash_edge, equal_edges);

  for (gsize r = 0; r < n_rings; r++)
    for (gsize i = 0; i < rings[r].n_points; i++)
      {
        Edge edge = { rings[r].points[i], rings[r].points[(i + 1) % rings[r].n_points], FALSE };
        Edge reverse = { edge.to, edge.from, FALSE };
        Edge *kept;

        if (is_same (edge.from, edge.to) || !isfinite (edge.from.x) || !isfinite (edge.from.y) ||
            !isfinite (edge.to.x) || !isfinite (edge.to.y) || g_hash_table_remove (edges, &reverse))
          continue;
        kept = g_memdup2 (&edge, sizeof edge);
        g_ptr_array_add (order, kept);
        g_hash_table_add (edges, kept);
      }
  return edges;
}

/* From each point the edges that leave it, in the order given. */
static GHashTable *
index_edges (GHashTable *edges, GPtrArray *order)
{
  GHashTable *leaving =
      g_hash_table_new_full (hash_point, equal_points, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < order->len; i++)
    {
      Edge *edge = g_ptr_array_index (order, i);
      GPtrArray *list;

      if (g_hash_table_lookup (edges, edge) != edge)
        continue;
      list = g_hash_table_lookup (leaving, &edge->from);
      if (!list)
        g_hash_table_insert (leaving, &edge->from, list = g_ptr_array_new ());
      g_ptr_array_add (list, edge);
    }
  return leaving;
}

static Edge *
find_next (GHashTable *leaving, const Edge *edge)
{
  GPtrArray *list = g_hash_table_lookup (leaving, &edge->to);

  for (guint i = 0; list && i < list->len; i++)
    if (!((Edge *) g_ptr_array_index (list, i))->is_used)
      return g_ptr_array_index (list, i);
  return NULL;
}

static GArray *
follow (GHashTable *leaving, Edge *edge)
{
  GArray *ring = g_array_new (FALSE, FALSE, sizeof (WijkMapPoint));

  for (; edge; edge = find_next (leaving, edge))
    {
      edge->is_used = TRUE;
      g_array_append_val (ring, edge->from);
    }
  return ring;
}

GPtrArray *
wijk_map_unite (const WijkMapRing *rings, gsize n_rings)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) edges = collect_edges (rings, n_rings, order);
  g_autoptr (GHashTable) leaving = index_edges (edges, order);

  for (guint i = 0; i < order->len; i++)
    {
      Edge *edge = g_ptr_array_index (order, i);
      GArray *ring;

      if (edge->is_used || g_hash_table_lookup (edges, edge) != edge)
        continue;
      ring = follow (leaving, edge);
      if (ring->len >= 3)
        g_ptr_array_add (result, ring);
      else
        g_array_unref (ring);
    }
  return result;
}

gboolean
wijk_map_find_bounds (GPtrArray *rings, WijkMapPoint *low, WijkMapPoint *high)
{
  *low = (WijkMapPoint) { G_MAXDOUBLE, G_MAXDOUBLE };
  *high = (WijkMapPoint) { -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint r = 0; r < rings->len; r++)
    {
      const GArray *ring = g_ptr_array_index (rings, r);

      for (guint i = 0; i < ring->len; i++)
        {
          WijkMapPoint point = g_array_index (ring, WijkMapPoint, i);

          *low = (WijkMapPoint) { MIN (low->x, point.x), MIN (low->y, point.y) };
          *high = (WijkMapPoint) { MAX (high->x, point.x), MAX (high->y, point.y) };
        }
    }
  return rings->len > 0;
}

gboolean
wijk_map_rings_contain (GPtrArray *rings, double x, double y)
{
  gboolean inside = FALSE;

  for (guint r = 0; r < rings->len; r++)
    {
      const GArray *ring = g_ptr_array_index (rings, r);

      for (guint i = 0; i < ring->len; i++)
        {
          WijkMapPoint a = g_array_index (ring, WijkMapPoint, i);
          WijkMapPoint b = g_array_index (ring, WijkMapPoint, (i + 1) % ring->len);

          if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
        }
    }
  return inside;
}

static double
measure_to_edge (WijkMapPoint point, WijkMapPoint a, WijkMapPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double t = length > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);
  return hypot (point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/* Positive inside. */
static double
measure_to_outline (GPtrArray *rings, WijkMapPoint point)
{
  double nearest = G_MAXDOUBLE;

  for (guint r = 0; r < rings->len; r++)
    {
      const GArray *ring = g_ptr_array_index (rings, r);

      for (guint i = 0; i < ring->len; i++)
        nearest = MIN (nearest,
                       measure_to_edge (point,
                                        g_array_index (ring, WijkMapPoint, i),
                                        g_array_index (ring, WijkMapPoint, (i + 1) % ring->len)));
    }
  return wijk_map_rings_contain (rings, point.x, point.y) ? nearest : -nearest;
}

/* A grid over the box, then ever finer round the best point. */
double
wijk_map_find_centre (GPtrArray *rings, WijkMapPoint *centre)
{
  const int steps = 16;
  WijkMapPoint low, high, best = { 0, 0 };
  double distance = -G_MAXDOUBLE;

  *centre = best;
  if (!wijk_map_find_bounds (rings, &low, &high))
    return 0;
  for (int round = 0; round < 4; round++)
    {
      double w = (high.x - low.x) / steps, h = (high.y - low.y) / steps;

      for (int i = 0; i <= steps * (steps + 2); i++)
        {
          WijkMapPoint point = { low.x + w * (i % (steps + 1)), low.y + h * (i / (steps + 1)) };
          double d = measure_to_outline (rings, point);

          if (d > distance)
            {
              distance = d;
              best = point;
            }
        }
      low = (WijkMapPoint) { best.x - w * 1.5, best.y - h * 1.5 };
      high = (WijkMapPoint) { best.x + w * 1.5, best.y + h * 1.5 };
    }
  *centre = best;
  return MAX (distance, 0);
}
