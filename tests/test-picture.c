/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-bars.h"
#include "wijk-map-layout.h"
#include "wijk-timeline-layout.h"

#include <math.h>
#include <string.h>

static const WijkTimelineWords words = { "rang",    "prioriteit", "periode",
                                         "termijn", "status",     "vandaag" };

/* One for all tests; it lives as long as the program. */
static PangoContext *
get_context (void)
{
  static PangoContext *context;

  if (!context)
    context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  return context;
}

static void
add_lane (WijkTimeline *timeline, const char *title, int rank, int first, int last, int kind)
{
  static const char *const bands[] = { "kort", "middellang", "lang" };
  static const char *const statuses[] = {
    "gepland", "loopt", "gedaan", "niet gedaan", "vervallen"
  };
  g_autofree char *period = g_strdup_printf ("%d-%d", first / 12, last / 12);
  WijkTimelineLane lane = { "priority-1", title,    rank,   first,           last,
                            kind % 3,     kind % 5, period, bands[kind % 3], statuses[kind % 5] };

  wijk_timeline_add_lane (timeline, &lane);
}

static WijkTimeline *
create_timeline (void)
{
  WijkTimeline *timeline =
      wijk_timeline_new ("Drie prioriteiten beginnen in 2027", 2027, 2031, &words);

  wijk_timeline_set_today (timeline, 2027, 11, 23);
  add_lane (timeline, "Veilig oversteken", 1, WIJK_MONTH (2027, 1), WIJK_MONTH (2027, 12), 0);
  add_lane (timeline,
            "Ontmoeten in de buurt: een levendig wijkhart met een plek voor iedereen die dat wil, "
            "Donaudampfschifffahrtsgesellschaftskapitän inbegrepen",
            2,
            WIJK_MONTH (2028, 3),
            WIJK_MONTH (2028, 3),
            1);
  add_lane (timeline, "", 3, WIJK_MONTH (2027, 1), WIJK_MONTH (2035, 12), 2);
  add_lane (timeline, "Zonder periode", 0, 0, 0, 3);
  add_lane (timeline, "Einde voor begin", 14, WIJK_MONTH (2031, 1), WIJK_MONTH (2027, 1), 4);
  return timeline;
}

static void
test_timeline_axis (void)
{
  static const struct
  {
    int plan_first, plan_last, lane_first, lane_last, axis_first, axis_last;
  } cases[] = {
    { 2027, 2031, 0, 0, 2027, 2031 },
    { 2027, 2031, 2026, 2028, 2026, 2031 },
    { 2027, 2031, 2030, 2040, 2027, 2040 },
    { 0, 0, 2029, 2030, 2029, 2030 },
    { 0, 0, 0, 0, 2000, 2000 },
    { 2031, 2027, 2028, 2029, 2028, 2029 },
    { 2027, 2031, 2028, 9999, 2027, 2226 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkTimeline) timeline =
          wijk_timeline_new ("", cases[i].plan_first, cases[i].plan_last, &words);
      int first, last;

      if (cases[i].lane_first > 0)
        add_lane (timeline,
                  "x",
                  1,
                  WIJK_MONTH (cases[i].lane_first, 5),
                  WIJK_MONTH (cases[i].lane_last, 6),
                  0);
      wijk_timeline_get_axis (timeline, &first, &last);
      g_assert_cmpint (first, ==, WIJK_MONTH (cases[i].axis_first, 1));
      g_assert_cmpint (last, ==, WIJK_MONTH (cases[i].axis_last, 12));
    }
}

static void
test_timeline_table (void)
{
  g_autoptr (WijkTimeline) timeline = create_timeline ();
  g_autoptr (GPtrArray) table = wijk_timeline_to_table (timeline);
  g_autofree char *first = wijk_timeline_describe_lane (timeline, 0);
  char **head, **row;

  g_assert_cmpuint (table->len, ==, 6);
  head = g_ptr_array_index (table, 0);
  row = g_ptr_array_index (table, 1);
  g_assert_cmpuint (g_strv_length (head), ==, 5);
  g_assert_cmpstr (head[3], ==, "termijn");
  g_assert_cmpstr (row[0], ==, "1");
  g_assert_cmpstr (row[1], ==, "Veilig oversteken");
  g_assert_cmpstr (first, ==, "1. Veilig oversteken, 2027-2027, kort, gepland");
}

static void
draw_timeline (const WijkTimelineLayout *layout, double width)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) width, (int) wijk_timeline_layout_get_height (layout));
  cairo_t *cr = cairo_create (surface);

  wijk_timeline_layout_draw (layout, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
check_timeline (WijkTimeline *timeline, const WijkPictureStyle *style, double width)
{
  g_autoptr (WijkTimelineLayout) layout = wijk_timeline_layout_new (timeline, style, width);
  double end = 0;

  for (guint i = 0; i < wijk_timeline_get_n_lanes (timeline); i++)
    {
      WijkPictureRect row = wijk_timeline_layout_get_row (layout, i);

      g_assert_cmpfloat (row.y, >=, end);
      end = row.y + row.height;
      g_assert_cmpfloat (end, <=, wijk_timeline_layout_get_height (layout));
    }
  draw_timeline (layout, width);
}

static void
test_timeline_widths (void)
{
  static const double widths[] = { 320, 360, 480, 559, 560, 561, 700, 1024, 1400, 2000 };
  PangoContext *context = get_context ();
  g_autoptr (WijkTimeline) timeline = create_timeline ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int look = 0; look < 4; look++)
      {
        WijkPictureStyle style = { context, wijk_palette_get (look & 1, look & 2), 14 };

        check_timeline (timeline, &style, widths[i]);
        style.font_size = 28;
        check_timeline (timeline, &style, widths[i]);
      }
}

static void
test_timeline_empty (void)
{
  PangoContext *context = get_context ();
  g_autoptr (WijkTimeline) timeline = wijk_timeline_new (NULL, 0, 0, &words);
  WijkPictureStyle style = { context, wijk_palette_get (FALSE, FALSE), 0 };
  g_autoptr (WijkTimelineLayout) layout = wijk_timeline_layout_new (timeline, &style, 400);

  g_assert_cmpfloat (wijk_timeline_layout_get_height (layout), >, 0);
  draw_timeline (layout, 400);
}

static void
test_bars (void)
{
  PangoContext *context = get_context ();
  g_autoptr (WijkBars) bars = wijk_bars_new ("Verkeer kreeg het meest", "thema", "aantal");
  WijkPictureStyle style = { context, wijk_palette_get (FALSE, FALSE), 14 };
  g_autoptr (GPtrArray) table = NULL;

  wijk_bars_add (bars, "Verkeer en parkeren", 41, "41", 0);
  wijk_bars_add (bars, "Een thema met een naam die zo lang is dat hij moet afbreken", 7, "7", 1);
  wijk_bars_add (bars, "Geen", 0, "0", 2);
  wijk_bars_add (bars, "Kapot", NAN, "?", 99);
  table = wijk_bars_to_table (bars);
  g_assert_cmpuint (table->len, ==, 5);
  for (double width = 320; width <= 2000; width += 120)
    {
      g_autoptr (WijkBarsLayout) layout = wijk_bars_layout_new (bars, &style, width);
      double height = wijk_bars_layout_get_height (layout);
      cairo_surface_t *surface =
          cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
      cairo_t *cr = cairo_create (surface);

      g_assert_cmpfloat (height, >, 4 * 14);
      wijk_bars_layout_draw (layout, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* Three squares in an L: west, east of it, and north of the first; all clockwise. */
static const WijkMapPoint west[] = { { 0, 0 }, { 0, 100 }, { 100, 100 }, { 100, 0 }, { 0, 0 } };
static const WijkMapPoint east[] = { { 100, 0 }, { 100, 100 }, { 200, 100 }, { 200, 0 } };
static const WijkMapPoint north[] = { { 0, 100 }, { 0, 200 }, { 100, 200 }, { 100, 100 } };
static const WijkMapRing rings[] = { { west, G_N_ELEMENTS (west) },
                                     { east, G_N_ELEMENTS (east) },
                                     { north, 4 } };

static void
test_map_union (void)
{
  g_autoptr (WijkMap) map = wijk_map_new (NULL);
  WijkMapRing ring;
  double area = 0;

  wijk_map_add_area (map, "WK01", "L", "1", 0, "", rings, 3);
  wijk_map_add_area (map, "WK02", "leeg", "2", 0, "", NULL, 0);
  wijk_map_add_area (map, "WK03", "lijn", "3", 0, "", &(WijkMapRing) { west, 2 }, 1);
  g_assert_cmpuint (wijk_map_get_n_rings (map, 0), ==, 1);
  g_assert_cmpuint (wijk_map_get_n_rings (map, 1), ==, 0);
  g_assert_cmpuint (wijk_map_get_n_rings (map, 2), ==, 0);
  ring = wijk_map_get_ring (map, 0, 0);
  g_assert_cmpuint (ring.n_points, ==, 8);
  for (gsize i = 0; i < ring.n_points; i++)
    {
      WijkMapPoint a = ring.points[i], b = ring.points[(i + 1) % ring.n_points];

      area += (a.x * b.y - b.x * a.y) / 2;
    }
  g_assert_cmpfloat_with_epsilon (fabs (area), 30000, 0.01);
}

static WijkMap *
create_map (void)
{
  WijkMap *map = wijk_map_new ("Bron: CBS");

  wijk_map_add_area (map, "A", "Westwijk", "1", 0, "geen plan", &rings[0], 1);
  wijk_map_add_area (map, "B", "Oostwijkeradeel", "2", 1, "plan", &rings[1], 1);
  wijk_map_add_area (map, "C", "Noord", "3", 99, "plan", &rings[2], 1);
  wijk_map_add_area (map, "D", "Zonder vorm", "4", 0, "geen plan", NULL, 0);
  return map;
}

/* Degrees go from light to dark, and none is none in either way. */
static void
test_map_fills (void)
{
  const WijkPalette *palette = wijk_palette_get (FALSE, FALSE);
  WijkMapPoint square[] = { { 0, 0 }, { 0, 9 }, { 9, 9 }, { 9, 0 } };
  WijkMapRing ring = { square, 4 };
  g_autoptr (WijkMap) map = wijk_map_new (NULL);

  for (guint state = 0; state < WIJK_N_FILLS; state++)
    wijk_map_add_area (map, "A", "A", "", state, "", &ring, 1);
  for (guint i = 0; i < WIJK_N_FILLS; i++)
    g_assert_true (wijk_map_get_fill (map, palette, i) == &palette->states[i]);
  wijk_map_set_graded (map, TRUE);
  g_assert_true (wijk_map_get_fill (map, palette, 0) == &palette->states[0]);
  for (guint i = 1; i < WIJK_N_FILLS; i++)
    g_assert_true (wijk_map_get_fill (map, palette, i) == &palette->bands[3 - i]);
}

static void
test_map_neighbours (void)
{
  static const struct
  {
    guint from;
    WijkMapDirection direction;
    int to;
  } cases[] = {
    { 0, WIJK_MAP_EAST, 1 },   { 0, WIJK_MAP_NORTH, 2 }, { 0, WIJK_MAP_WEST, -1 },
    { 0, WIJK_MAP_SOUTH, -1 }, { 1, WIJK_MAP_WEST, 0 },  { 2, WIJK_MAP_SOUTH, 0 },
    { 3, WIJK_MAP_SOUTH, -1 },
  };
  g_autoptr (WijkMap) map = create_map ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        wijk_map_find_neighbour (map, cases[i].from, cases[i].direction), ==, cases[i].to);
}

static void
check_map (WijkMap *map, const WijkPictureStyle *style, double width, double height)
{
  g_autoptr (WijkMapLayout) layout = wijk_map_layout_new (map, style, width, height);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < 3; i++)
    {
      WijkPictureRect box = wijk_map_layout_get_box (layout, i);

      if (width > 100)
        g_assert_cmpint (
            wijk_map_layout_find_area (layout, box.x + box.width / 2, box.y + box.height / 2),
            ==,
            (int) i);
      g_assert_cmpfloat (box.x, >=, -1);
      g_assert_cmpfloat (box.x + box.width, <=, width + 1);
    }
  g_assert_cmpfloat (wijk_map_layout_get_box (layout, 3).width, ==, 0);
  g_assert_cmpint (wijk_map_layout_find_area (layout, -10, -10), ==, -1);
  wijk_map_layout_draw (layout, cr);
  wijk_map_layout_trace (layout, cr, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_map_layouts (void)
{
  PangoContext *context = get_context ();
  g_autoptr (WijkMap) map = create_map ();
  g_autoptr (WijkMap) none = wijk_map_new (NULL);

  for (int look = 0; look < 4; look++)
    {
      WijkPictureStyle style = { context, wijk_palette_get (look & 1, look & 2), 14 };
      g_autoptr (WijkMapLayout) empty = wijk_map_layout_new (none, &style, 300, 200);

      g_assert_cmpint (wijk_map_layout_find_area (empty, 10, 10), ==, -1);
      check_map (map, &style, 1, 1);
      check_map (map, &style, 320, 200);
      check_map (map, &style, 1000, wijk_map_measure_height (map, &style, 1000));
    }
}

static void
test_map_names (void)
{
  PangoContext *context = get_context ();
  g_autoptr (WijkMap) map = create_map ();
  WijkPictureStyle style = { context, wijk_palette_get (FALSE, FALSE), 14 };
  g_autoptr (WijkMapLayout) large = wijk_map_layout_new (map, &style, 800, 800);
  g_autoptr (WijkMapLayout) small = wijk_map_layout_new (map, &style, 120, 120);

  for (guint i = 0; i < 3; i++)
    g_assert_true (wijk_map_layout_shows_name (large, i));
  g_assert_false (wijk_map_layout_shows_name (small, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/picture/timeline/axis", test_timeline_axis);
  g_test_add_func ("/picture/timeline/table", test_timeline_table);
  g_test_add_func ("/picture/timeline/widths", test_timeline_widths);
  g_test_add_func ("/picture/timeline/empty", test_timeline_empty);
  g_test_add_func ("/picture/bars", test_bars);
  g_test_add_func ("/picture/map/union", test_map_union);
  g_test_add_func ("/picture/map/neighbours", test_map_neighbours);
  g_test_add_func ("/picture/map/fills", test_map_fills);
  g_test_add_func ("/picture/map/layouts", test_map_layouts);
  g_test_add_func ("/picture/map/names", test_map_names);
  return g_test_run ();
}
