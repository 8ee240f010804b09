/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-timeline-private.h"

#include <math.h>

#define SMALL 0.86
#define KEY 1.1

static void
clear_key (gpointer data)
{
  g_clear_object (&((WijkTimelineKey *) data)->label);
}

static void
place_key (WijkTimelineLayout *self, int band, int status, const char *label, double *x, double *y)
{
  WijkTimelineKey key = { .band = band, .status = status };
  double width, em = self->em;

  if (!*label)
    return;
  key.label = wijk_picture_create_text (
      &self->style, label, SMALL, PANGO_WEIGHT_NORMAL, self->width - 2.2 * em, 1);
  wijk_picture_measure_text (key.label, &width, NULL);
  width += (KEY + 0.5 + 1.6) * em;
  if (*x > 0 && *x + width - 1.6 * em > self->width)
    {
      *x = 0;
      *y += 1.8 * em;
    }
  key.x = *x;
  key.y = *y;
  *x += width;
  g_array_append_val (self->legend, key);
}

double
wijk_timeline_layout_place_legend (WijkTimelineLayout *self, double y)
{
  const char *bands[3] = { NULL }, *statuses[5] = { NULL };
  double x = 0;

  self->legend = g_array_new (FALSE, TRUE, sizeof (WijkTimelineKey));
  g_array_set_clear_func (self->legend, clear_key);
  for (guint i = 0; i < wijk_timeline_get_n_lanes (self->timeline); i++)
    {
      const WijkTimelineLane *lane = wijk_timeline_get_lane (self->timeline, i);

      if (lane->first > 0)
        {
          bands[lane->band] = lane->band_label;
          statuses[lane->status] = lane->status_label;
        }
    }
  for (int i = 0; i < 3; i++)
    if (bands[i])
      place_key (self, i, -1, bands[i], &x, &y);
  for (int i = 0; i < 5; i++)
    if (statuses[i])
      place_key (self, -1, i, statuses[i], &x, &y);
  return self->legend->len > 0 ? y + 1.6 * self->em : y;
}

/* The sign of a status, in a square of the given size round (x, y), in the current colour. */
static void
draw_sign (cairo_t *cr, WijkTimelineStatus status, double x, double y, double size)
{
  double r = size / 2;

  cairo_new_path (cr);
  cairo_set_line_width (cr, MAX (size * 0.16, 1));
  switch (status)
    {
    case WIJK_TIMELINE_RUNNING:
      cairo_move_to (cr, x - r * 0.6, y - r * 0.8);
      cairo_line_to (cr, x + r * 0.8, y);
      cairo_line_to (cr, x - r * 0.6, y + r * 0.8);
      cairo_close_path (cr);
      cairo_fill (cr);
      return;
    case WIJK_TIMELINE_DONE:
      cairo_move_to (cr, x - r * 0.8, y);
      cairo_line_to (cr, x - r * 0.2, y + r * 0.6);
      cairo_line_to (cr, x + r * 0.8, y - r * 0.6);
      break;
    case WIJK_TIMELINE_NOT_DONE:
      cairo_move_to (cr, x - r * 0.6, y - r * 0.6);
      cairo_line_to (cr, x + r * 0.6, y + r * 0.6);
      cairo_move_to (cr, x - r * 0.6, y + r * 0.6);
      cairo_line_to (cr, x + r * 0.6, y - r * 0.6);
      break;
    case WIJK_TIMELINE_DROPPED:
      cairo_move_to (cr, x - r * 0.7, y);
      cairo_line_to (cr, x + r * 0.7, y);
      break;
    case WIJK_TIMELINE_PLANNED:
    default:
      cairo_arc (cr, x, y, r * 0.6, 0, 2 * G_PI);
      break;
    }
  cairo_stroke (cr);
}

/* What was dropped or not done is an empty outline. */
static void
draw_bar (const WijkTimelineLayout *self,
          cairo_t *cr,
          const WijkTimelineLane *lane,
          const WijkPictureRect *bar)
{
  const WijkPalette *palette = self->style.palette;
  const WijkFill *fill = &palette->bands[lane->band];
  gboolean is_empty =
      lane->status == WIJK_TIMELINE_DROPPED || lane->status == WIJK_TIMELINE_NOT_DONE;
  double sign = self->em * 0.72, reach = self->em * 0.95;
  gboolean fits = bar->width > 2 * reach;
  double x = fits ? bar->x + reach : bar->x + bar->width + reach * 0.8;
  double dash[] = { self->em * 0.3, self->em * 0.22 };

  x = MIN (x, self->width - sign / 2);
  wijk_picture_round_rect (cr, bar, self->em * 0.28);
  if (is_empty)
    {
      cairo_save (cr);
      wijk_palette_set_source (cr, palette->accent);
      cairo_set_line_width (cr, palette->outline + 0.3);
      cairo_set_dash (cr, dash, 2, 0);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
  else
    wijk_palette_fill (cr, fill, palette->outline, palette->accent);
  if (fits && !is_empty && fill->pattern != WIJK_PATTERN_PLAIN)
    { /* the sign stands on a quiet ground, not on the pattern */
      cairo_arc (cr, x, bar->y + bar->height / 2, bar->height * 0.4, 0, 2 * G_PI);
      wijk_palette_set_source (cr, fill->colour);
      cairo_fill (cr);
    }
  wijk_palette_set_source (cr, fits && !is_empty ? fill->ink : palette->text);
  draw_sign (cr, lane->status, x, bar->y + bar->height / 2, sign);
}

static void
draw_badge (const WijkTimelineLayout *self, cairo_t *cr, const WijkTimelineRow *row)
{
  double size = 1.5 * self->em, width, height;
  WijkPictureRect rect = { 0, row->title_y, size, size };

  wijk_picture_measure_text (row->badge, &width, &height);
  rect.width = MAX (size, width + 0.5 * self->em);
  wijk_picture_round_rect (cr, &rect, size / 2);
  wijk_palette_set_source (cr, self->style.palette->accent);
  cairo_set_line_width (cr, self->style.palette->outline);
  cairo_stroke (cr);
  wijk_palette_set_source (cr, self->style.palette->accent);
  wijk_picture_show_text (
      cr, row->badge, rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2);
}

static void
draw_row (const WijkTimelineLayout *self, cairo_t *cr, guint index)
{
  const WijkTimelineRow *row = &g_array_index (self->rows, WijkTimelineRow, index);
  const WijkTimelineLane *lane = wijk_timeline_get_lane (self->timeline, index);
  const WijkPalette *palette = self->style.palette;

  if (row->badge)
    draw_badge (self, cr, row);
  wijk_palette_set_source (cr, palette->text);
  wijk_picture_show_text (cr, row->title, row->title_x, row->title_y + 0.1 * self->em);
  if (lane->first > 0)
    draw_bar (self, cr, lane, &row->bar);
  wijk_palette_set_source (cr, palette->dim);
  wijk_picture_show_text (cr, row->meta, row->meta_x, row->meta_y);
}

/* Every how many years a tick can carry its year without touching the next. */
static int
find_tick_step (const WijkTimelineLayout *self)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  double year = self->plot_width / ((self->axis_last - self->axis_first + 1) / 12.0);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (year * steps[i] >= 3.1 * self->em)
      return steps[i];
  return 200;
}

static void
draw_tick (const WijkTimelineLayout *self, cairo_t *cr, int year)
{
  g_autofree char *text = g_strdup_printf ("%d", year);
  g_autoptr (PangoLayout) label =
      wijk_picture_create_text (&self->style, text, SMALL, PANGO_WEIGHT_NORMAL, 0, 0);
  double x = wijk_timeline_layout_month_to_x (self, WIJK_MONTH (year, 1)), width;

  wijk_picture_measure_text (label, &width, NULL);
  wijk_palette_set_source (cr, self->style.palette->dim);
  x = MIN (x + 0.3 * self->em, self->width - width);
  wijk_picture_show_text (cr, label, x, self->tick_y + 0.25 * self->em);
}

static void
stroke_between (cairo_t *cr, double x, double from, double to)
{
  if (to <= from)
    return;
  cairo_move_to (cr, x, from);
  cairo_line_to (cr, x, to);
  cairo_stroke (cr);
}

/* Strokes down to where a text begins that stands at x, and returns where that text ends. */
static double
stroke_until_text (cairo_t *cr, double x, double from, PangoLayout *text, double left, double top)
{
  double width, height;

  wijk_picture_measure_text (text, &width, &height);
  if (width <= 0 || x < left - 2 || x > left + width + 2)
    return from;
  stroke_between (cr, x, from, top - 1);
  return MAX (from, top + height);
}

/* A line from top to bottom that leaves out the texts in its way. */
static void
draw_vertical (const WijkTimelineLayout *self, cairo_t *cr, double x, double from, double width)
{
  double middle = floor (x) + 0.5;

  cairo_set_line_width (cr, width);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const WijkTimelineRow *row = &g_array_index (self->rows, WijkTimelineRow, i);

      from = stroke_until_text (cr, middle, from, row->title, row->title_x, row->title_y);
      from = stroke_until_text (cr, middle, from, row->meta, row->meta_x, row->meta_y);
    }
  stroke_between (cr, middle, from, self->rows_end);
}

/* The plan's own years lie on a quiet band, the others stay bare. */
static void
draw_axis (const WijkTimelineLayout *self, cairo_t *cr)
{
  const WijkPalette *palette = self->style.palette;
  int first = WIJK_MONTH_YEAR (self->axis_first), last = WIJK_MONTH_YEAR (self->axis_last);
  int step = find_tick_step (self), plan_first, plan_last;

  wijk_timeline_get_plan (self->timeline, &plan_first, &plan_last);
  if (plan_first > 0)
    {
      double left = wijk_timeline_layout_month_to_x (self, plan_first);
      double right = wijk_timeline_layout_month_to_x (self, plan_last + 1);

      cairo_rectangle (
          cr, left, self->tick_y, MIN (right, self->width) - left, self->rows_end - self->tick_y);
      wijk_palette_set_source (cr, palette->shade);
      cairo_fill (cr);
    }
  for (int year = first; year <= last; year++)
    {
      gboolean is_marked = (year - first) % step == 0;
      double from = is_marked ? self->tick_y : self->rows_y;

      if (!is_marked && step > 5)
        continue;
      wijk_palette_set_source (cr, palette->line);
      draw_vertical (self,
                     cr,
                     wijk_timeline_layout_month_to_x (self, WIJK_MONTH (year, 1)),
                     from,
                     palette->outline * 0.8);
      if (is_marked)
        draw_tick (self, cr, year);
    }
}

static void
draw_today (const WijkTimelineLayout *self, cairo_t *cr)
{
  double today = wijk_timeline_get_today (self->timeline);
  const char *text = wijk_timeline_get_today_label (self->timeline);
  g_autoptr (PangoLayout) label = NULL;
  double x, width;

  if (today < self->axis_first || today > self->axis_last + 1)
    return;
  label = wijk_picture_create_text (&self->style, text, SMALL, PANGO_WEIGHT_SEMIBOLD, 0, 0);
  x = wijk_timeline_layout_month_to_x (self, today);
  wijk_picture_measure_text (label, &width, NULL);
  wijk_palette_set_source (cr, self->style.palette->today);
  draw_vertical (self, cr, x, self->tick_y, MAX (self->style.palette->outline, 1.2));
  wijk_picture_show_text (
      cr, label, CLAMP (x - width / 2, self->plot_x, self->width - width), self->axis_y);
}

static void
draw_key (const WijkTimelineLayout *self, cairo_t *cr, const WijkTimelineKey *key)
{
  const WijkPalette *palette = self->style.palette;
  double em = self->em, size = KEY * em, height;
  WijkPictureRect rect = { key->x, key->y + 0.15 * em, size, size };

  wijk_picture_measure_text (key->label, NULL, &height);
  if (key->band >= 0)
    {
      wijk_picture_round_rect (cr, &rect, em * 0.22);
      wijk_palette_fill (cr, &palette->bands[key->band], palette->outline, palette->accent);
    }
  else
    {
      wijk_palette_set_source (cr, palette->text);
      draw_sign (
          cr, (WijkTimelineStatus) key->status, rect.x + size / 2, rect.y + size / 2, em * 0.72);
    }
  wijk_palette_set_source (cr, palette->dim);
  wijk_picture_show_text (cr, key->label, key->x + size + 0.5 * em, rect.y + (size - height) / 2);
}

void
wijk_timeline_layout_draw (const WijkTimelineLayout *self, cairo_t *cr)
{
  cairo_save (cr);
  if (self->title)
    {
      wijk_palette_set_source (cr, self->style.palette->text);
      wijk_picture_show_text (cr, self->title, 0, 0);
    }
  draw_axis (self, cr);
  draw_today (self, cr);
  for (guint i = 0; i < self->rows->len; i++)
    draw_row (self, cr, i);
  for (guint i = 0; i < self->legend->len; i++)
    draw_key (self, cr, &g_array_index (self->legend, WijkTimelineKey, i));
  cairo_restore (cr);
}
