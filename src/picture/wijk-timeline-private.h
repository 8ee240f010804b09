/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-timeline-layout.h"

G_BEGIN_DECLS

typedef struct
{
  PangoLayout *title, *badge, *meta;
  double title_x, title_y, meta_x, meta_y;
  WijkPictureRect row, bar;
} WijkTimelineRow;

/* An entry of the legend: a band's fill or a status's sign, and its word. */
typedef struct
{
  PangoLayout *label;
  double x, y;
  int band;   /* or -1 */
  int status; /* or -1 */
} WijkTimelineKey;

struct _WijkTimelineLayout
{
  WijkTimeline *timeline;
  WijkPictureStyle style;
  double em, width, height;
  double plot_x, plot_width;
  double axis_y, tick_y, rows_y, rows_end;
  int axis_first, axis_last;
  gboolean narrow, has_ranks;
  PangoLayout *title;
  GArray *rows;
  GArray *legend;
};

double wijk_timeline_layout_month_to_x (const WijkTimelineLayout *self, double month);

/* Lays the legend out from y on and returns where it ends. */
double wijk_timeline_layout_place_legend (WijkTimelineLayout *self, double y);

G_END_DECLS
