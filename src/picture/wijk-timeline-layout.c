/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-timeline-layout.h"
#include "wijk-timeline-private.h"

#include <math.h>

/* All lengths are in ems of the ordinary text. */
#define NARROW 40.0
#define ROW_GAP 0.9
#define BAR_HEIGHT 1.15
#define BADGE 1.5
#define SMALL 0.86
#define TICK_ROOM 1.9

static double
month_to_x (const WijkTimelineLayout *self, double month)
{
  double months = self->axis_last - self->axis_first + 1;

  return self->plot_x + (month - self->axis_first) / months * self->plot_width;
}

static void
clear_row (gpointer data)
{
  WijkTimelineRow *row = data;

  g_clear_object (&row->title);
  g_clear_object (&row->badge);
  g_clear_object (&row->meta);
}

static char *
describe_meta (const WijkTimelineLane *lane)
{
  const char *parts[] = { lane->period, lane->band_label, lane->status_label };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

/* The small text under a bar starts where the bar does, unless it would leave the picture. */
static void
place_meta (WijkTimelineLayout *self, WijkTimelineRow *row, double y)
{
  double width, height;

  wijk_picture_measure_text (row->meta, &width, &height);
  row->meta_x = row->bar.width > 0 ? row->bar.x : self->plot_x;
  row->meta_x = MIN (row->meta_x, self->plot_x + self->plot_width - width);
  row->meta_x = MAX (row->meta_x, self->plot_x);
  row->meta_y = y;
}

static void
lay_out_row (WijkTimelineLayout *self, guint index, double *y)
{
  const WijkTimelineLane *lane = wijk_timeline_get_lane (self->timeline, index);
  WijkTimelineRow row = { 0 };
  double em = self->em, indent = self->has_ranks ? (BADGE + 0.6) * em : 0;
  double title_width = self->narrow ? self->width - indent : self->plot_x - indent - 1.4 * em;
  double title_height, meta_height, bar_y;
  g_autofree char *meta = describe_meta (lane);

  row.title = wijk_picture_create_text (
      &self->style, lane->title, 1, PANGO_WEIGHT_SEMIBOLD, MAX (title_width, 4 * em), 4);
  row.meta = wijk_picture_create_text (
      &self->style, meta, SMALL, PANGO_WEIGHT_NORMAL, self->plot_width, 3);
  if (lane->rank > 0)
    {
      g_autofree char *rank = g_strdup_printf ("%d", lane->rank);

      row.badge = wijk_picture_create_text (&self->style, rank, SMALL, PANGO_WEIGHT_BOLD, 0, 0);
    }
  wijk_picture_measure_text (row.title, NULL, &title_height);
  wijk_picture_measure_text (row.meta, NULL, &meta_height);
  title_height = row.badge ? MAX (title_height, BADGE * em) : title_height;
  row.title_x = indent;
  row.title_y = *y + ROW_GAP / 2 * em;
  bar_y = self->narrow ? row.title_y + title_height + 0.35 * em : row.title_y + 0.12 * em;
  if (lane->first > 0)
    {
      double left = month_to_x (self, lane->first), right = month_to_x (self, lane->last + 1);

      right = MIN (right, self->plot_x + self->plot_width);
      row.bar = (WijkPictureRect) { left, bar_y, MAX (right - left, 3), BAR_HEIGHT * em };
    }
  place_meta (self, &row, bar_y + (lane->first > 0 ? BAR_HEIGHT + 0.2 : 0) * em);
  row.row = (WijkPictureRect) { 0, *y, self->width, 0 };
  row.row.height =
      MAX (row.title_y + title_height, row.meta_y + meta_height) + ROW_GAP / 2 * em - *y;
  *y += row.row.height;
  g_array_append_val (self->rows, row);
}

static void
lay_out_columns (WijkTimelineLayout *self)
{
  guint n = wijk_timeline_get_n_lanes (self->timeline);

  for (guint i = 0; i < n; i++)
    self->has_ranks |= wijk_timeline_get_lane (self->timeline, i)->rank > 0;
  self->narrow = self->width < NARROW * self->em;
  self->plot_x = self->narrow ? 0 : CLAMP (self->width * 0.36, 14 * self->em, 26 * self->em);
  self->plot_width = MAX (self->width - self->plot_x, 1);
}

static void
lay_out_rows (WijkTimelineLayout *self, double y)
{
  guint n = wijk_timeline_get_n_lanes (self->timeline);

  self->axis_y = y;
  if (wijk_timeline_get_today (self->timeline) >= 0)
    y += 1.3 * self->em;
  self->tick_y = y;
  y += TICK_ROOM * self->em;
  self->rows_y = y;
  for (guint i = 0; i < n; i++)
    lay_out_row (self, i, &y);
  self->rows_end = y;
}

WijkTimelineLayout *
wijk_timeline_layout_new (WijkTimeline *timeline, const WijkPictureStyle *style, double width)
{
  WijkTimelineLayout *self = g_new0 (WijkTimelineLayout, 1);
  const char *title = wijk_timeline_get_title (timeline);
  double y = 0, height;

  self->timeline = wijk_timeline_ref (timeline);
  self->style = *style;
  g_object_ref (self->style.context);
  self->em = wijk_picture_style_get_font_size (style);
  self->width = MAX (width, 10 * self->em);
  self->rows = g_array_new (FALSE, TRUE, sizeof (WijkTimelineRow));
  g_array_set_clear_func (self->rows, clear_row);
  wijk_timeline_get_axis (timeline, &self->axis_first, &self->axis_last);
  lay_out_columns (self);
  if (*title)
    {
      self->title = wijk_picture_create_text (style, title, 1.1, PANGO_WEIGHT_BOLD, self->width, 0);
      wijk_picture_measure_text (self->title, NULL, &height);
      y += height + 0.8 * self->em;
    }
  lay_out_rows (self, y);
  y = self->rows_end + 0.6 * self->em;
  self->height = ceil (wijk_timeline_layout_place_legend (self, y));
  return self;
}

void
wijk_timeline_layout_free (WijkTimelineLayout *self)
{
  g_array_unref (self->rows);
  if (self->legend)
    g_array_unref (self->legend);
  g_clear_object (&self->title);
  g_object_unref (self->style.context);
  wijk_timeline_unref (self->timeline);
  g_free (self);
}

double
wijk_timeline_layout_get_height (const WijkTimelineLayout *self)
{
  return self->height;
}

double
wijk_timeline_layout_month_to_x (const WijkTimelineLayout *self, double month)
{
  return month_to_x (self, month);
}

WijkPictureRect
wijk_timeline_layout_get_row (const WijkTimelineLayout *self, guint lane)
{
  g_return_val_if_fail (lane < self->rows->len, ((WijkPictureRect) { 0 }));
  return g_array_index (self->rows, WijkTimelineRow, lane).row;
}
