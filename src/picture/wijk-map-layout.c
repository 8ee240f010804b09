/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-map-layout.h"

#include <math.h>

#define SMALL 0.86

typedef struct
{
  PangoLayout *layout; /* NULL: nothing fitted */
  WijkPictureRect rect;
  gboolean is_name;
} WijkMapLabel;

struct _WijkMapLayout
{
  WijkMap *map;
  WijkPictureStyle style;
  double em, width, height, scale;
  double left, top; /* of the map's west and north edge */
  WijkMapPoint low, high;
  WijkMapLabel *labels;
  PangoLayout *credit;
};

static WijkMapPoint
to_box (const WijkMapLayout *self, WijkMapPoint point)
{
  return (WijkMapPoint) { self->left + (point.x - self->low.x) * self->scale,
                          self->top + (self->high.y - point.y) * self->scale };
}

static gboolean
overlaps (const WijkPictureRect *a, const WijkPictureRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

/* The corners and the middles of the long sides lie in the area, with a little room. */
static gboolean
lies_inside (const WijkMapLayout *self, guint area, const WijkPictureRect *rect)
{
  double room = 0.25 * self->em;

  for (int i = 0; i < 6; i++)
    if (wijk_map_layout_find_area (self,
                                   rect->x - room + (rect->width + 2 * room) * (i % 3) / 2,
                                   rect->y + (i / 3) * rect->height) != (int) area)
      return FALSE;
  return TRUE;
}

static gboolean
is_free (const WijkMapLayout *self, guint area, const WijkPictureRect *rect)
{
  if (rect->x < 0 || rect->y < 0 || rect->x + rect->width > self->width ||
      rect->y + rect->height > self->height)
    return FALSE;
  for (guint i = 0; i < wijk_map_get_n_areas (self->map); i++)
    if (i != area && self->labels[i].layout && overlaps (rect, &self->labels[i].rect))
      return FALSE;
  return TRUE;
}

/* Tries the text round the area's centre, a little up and down too. */
static gboolean
try_label (WijkMapLayout *self, guint area, const char *text, double scale, double width)
{
  static const double shifts[] = { 0, -0.6, 0.6, -1.2, 1.2 };
  g_autoptr (PangoLayout) layout =
      wijk_picture_create_text (&self->style, text, scale, PANGO_WEIGHT_MEDIUM, width, 0);
  WijkMapLabel *label = &self->labels[area];
  WijkMapPoint centre;
  double w, h;

  if (!wijk_map_get_centre (self->map, area, &centre, NULL))
    return FALSE;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  wijk_picture_measure_text (layout, &w, &h);
  if (width > 0 && w > width)
    return FALSE;
  pango_layout_set_width (layout, (int) ceil (w * PANGO_SCALE));
  centre = to_box (self, centre);
  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      WijkPictureRect rect = { centre.x - w / 2, centre.y - h / 2 + shifts[i] * self->em, w, h };

      if (is_free (self, area, &rect) && lies_inside (self, area, &rect))
        {
          label->layout = g_steal_pointer (&layout);
          label->rect = rect;
          return TRUE;
        }
    }
  return FALSE;
}

static void
place_label (WijkMapLayout *self, guint area)
{
  const char *name = wijk_map_get_name (self->map, area);
  const char *mark = wijk_map_get_mark (self->map, area);
  static const double scales[] = { 1, SMALL, 0.75 };
  static const double widths[] = { 0, 9, 6.5, 5 };

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      if (try_label (self, area, name, scales[s], widths[w] * self->em))
        {
          self->labels[area].is_name = TRUE;
          return;
        }
  if (*mark && !try_label (self, area, mark, 1, 0))
    try_label (self, area, mark, 0.75, 0);
}

static double
measure_credit (const WijkMapLayout *self)
{
  double height = 0;

  if (self->credit)
    wijk_picture_measure_text (self->credit, NULL, &height);
  return height > 0 ? height + 0.5 * self->em : 0;
}

static void
fit (WijkMapLayout *self)
{
  double margin = 2 * self->style.palette->outline + 1;
  double room_w = self->width - 2 * margin;
  double room_h = self->height - 2 * margin - measure_credit (self);
  double w, h;

  if (!wijk_map_get_bounds (self->map, &self->low, &self->high))
    return;
  w = MAX (self->high.x - self->low.x, 1);
  h = MAX (self->high.y - self->low.y, 1);
  self->scale = MAX (MIN (room_w / w, room_h / h), 0);
  self->left = margin + (room_w - w * self->scale) / 2;
  self->top = margin + (room_h - h * self->scale) / 2;
}

static PangoLayout *
create_credit (const WijkMap *map, const WijkPictureStyle *style, double width)
{
  const char *credit = wijk_map_get_credit (map);

  if (!credit || !*credit)
    return NULL;
  return wijk_picture_create_text (style, credit, 0.75, PANGO_WEIGHT_NORMAL, width, 0);
}

WijkMapLayout *
wijk_map_layout_new (WijkMap *map, const WijkPictureStyle *style, double width, double height)
{
  WijkMapLayout *self = g_new0 (WijkMapLayout, 1);
  guint n = wijk_map_get_n_areas (map);

  self->map = wijk_map_ref (map);
  self->style = *style;
  g_object_ref (self->style.context);
  self->em = wijk_picture_style_get_font_size (style);
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->labels = g_new0 (WijkMapLabel, n);
  self->credit = create_credit (map, style, self->width);
  fit (self);
  for (guint i = 0; i < n; i++)
    place_label (self, i);
  return self;
}

void
wijk_map_layout_free (WijkMapLayout *self)
{
  for (guint i = 0; i < wijk_map_get_n_areas (self->map); i++)
    g_clear_object (&self->labels[i].layout);
  g_free (self->labels);
  g_clear_object (&self->credit);
  g_object_unref (self->style.context);
  wijk_map_unref (self->map);
  g_free (self);
}

double
wijk_map_measure_height (const WijkMap *map, const WijkPictureStyle *style, double width)
{
  g_autoptr (PangoLayout) credit = create_credit (map, style, width);
  double em = wijk_picture_style_get_font_size (style);
  double margin = 2 * style->palette->outline + 1, height = 0;
  WijkMapPoint low, high;

  if (credit)
    wijk_picture_measure_text (credit, NULL, &height);
  if (!wijk_map_get_bounds (map, &low, &high))
    return height;
  return ceil ((width - 2 * margin) * (high.y - low.y) / MAX (high.x - low.x, 1) + 2 * margin +
               (height > 0 ? height + 0.5 * em : 0));
}

void
wijk_map_layout_trace (const WijkMapLayout *self, cairo_t *cr, guint area)
{
  for (guint r = 0; r < wijk_map_get_n_rings (self->map, area); r++)
    {
      WijkMapRing ring = wijk_map_get_ring (self->map, area, r);

      cairo_new_sub_path (cr);
      for (gsize i = 0; i < ring.n_points; i++)
        {
          WijkMapPoint point = to_box (self, ring.points[i]);

          cairo_line_to (cr, point.x, point.y);
        }
      cairo_close_path (cr);
    }
}

static void
draw_label (const WijkMapLayout *self, cairo_t *cr, guint area)
{
  const WijkMapLabel *label = &self->labels[area];
  const WijkFill *fill = wijk_map_get_fill (self->map, self->style.palette, area);

  if (!label->layout)
    return;
  if (fill->pattern != WIJK_PATTERN_PLAIN)
    { /* words stand on a quiet ground, not on the pattern */
      WijkPictureRect ground = {
        label->rect.x - 2, label->rect.y, label->rect.width + 4, label->rect.height
      };

      wijk_picture_round_rect (cr, &ground, 3);
      wijk_palette_set_source (cr, fill->colour);
      cairo_fill (cr);
    }
  wijk_palette_set_source (cr, fill->ink);
  wijk_picture_show_text (cr, label->layout, label->rect.x, label->rect.y);
}

void
wijk_map_layout_draw (const WijkMapLayout *self, cairo_t *cr)
{
  const WijkPalette *palette = self->style.palette;
  guint n = wijk_map_get_n_areas (self->map);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < n; i++)
    {
      wijk_map_layout_trace (self, cr, i);
      wijk_palette_fill (
          cr, wijk_map_get_fill (self->map, palette, i), 1.5 * palette->outline, palette->dim);
    }
  for (guint i = 0; i < n; i++)
    draw_label (self, cr, i);
  if (self->credit)
    {
      wijk_palette_set_source (cr, palette->dim);
      wijk_picture_show_text (
          cr, self->credit, 0, self->height - measure_credit (self) + 0.5 * self->em);
    }
  cairo_restore (cr);
}

WijkPictureRect
wijk_map_layout_get_box (const WijkMapLayout *self, guint area)
{
  WijkMapPoint low = { G_MAXDOUBLE, G_MAXDOUBLE }, high = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint r = 0; r < wijk_map_get_n_rings (self->map, area); r++)
    {
      WijkMapRing ring = wijk_map_get_ring (self->map, area, r);

      for (gsize i = 0; i < ring.n_points; i++)
        {
          WijkMapPoint point = to_box (self, ring.points[i]);

          low = (WijkMapPoint) { MIN (low.x, point.x), MIN (low.y, point.y) };
          high = (WijkMapPoint) { MAX (high.x, point.x), MAX (high.y, point.y) };
        }
    }
  if (low.x > high.x)
    return (WijkPictureRect) { 0 };
  return (WijkPictureRect) { low.x, low.y, high.x - low.x, high.y - low.y };
}

gboolean
wijk_map_layout_shows_name (const WijkMapLayout *self, guint area)
{
  g_return_val_if_fail (area < wijk_map_get_n_areas (self->map), FALSE);
  return self->labels[area].is_name;
}

int
wijk_map_layout_find_area (const WijkMapLayout *self, double x, double y)
{
  double east, north;

  if (self->scale <= 0)
    return -1;
  east = self->low.x + (x - self->left) / self->scale;
  north = self->high.y - (y - self->top) / self->scale;
  for (guint i = 0; i < wijk_map_get_n_areas (self->map); i++)
    if (wijk_map_area_contains (self->map, i, east, north))
      return (int) i;
  return -1;
}
