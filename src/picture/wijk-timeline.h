/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-picture.h"

G_BEGIN_DECLS

/* Months are counted from year 0, so that years and months lie on one axis. */
#define WIJK_MONTH(year, month) ((year) * 12 + (month) - 1)
#define WIJK_MONTH_YEAR(value) ((value) / 12)

typedef enum
{
  WIJK_TIMELINE_SHORT,
  WIJK_TIMELINE_MEDIUM,
  WIJK_TIMELINE_LONG,
} WijkTimelineBand;

/* In the order of a priority's status: gepland, loopt, gedaan, niet-gedaan, vervallen. */
typedef enum
{
  WIJK_TIMELINE_PLANNED,
  WIJK_TIMELINE_RUNNING,
  WIJK_TIMELINE_DONE,
  WIJK_TIMELINE_NOT_DONE,
  WIJK_TIMELINE_DROPPED,
} WijkTimelineStatus;

/* One lane. The texts are in the reader's language and are copied when it is added. A lane without
 * a period (first 0) is shown without a bar. `last` counts; a lane with years only runs from
 * WIJK_MONTH (first, 1) to WIJK_MONTH (last, 12). */
typedef struct
{
  const char *id;
  const char *title;
  int rank; /* shown before the title; 0: none */
  int first, last;
  WijkTimelineBand band;
  WijkTimelineStatus status;
  const char *period;       /* "2027-2029" */
  const char *band_label;   /* "kort" */
  const char *status_label; /* "loopt" */
} WijkTimelineLane;

/* The heads of the table form and the word at the line for today. */
typedef struct
{
  const char *rank, *title, *period, *band, *status;
  const char *today;
} WijkTimelineWords;

/* Priorities (or measures) in time: a description without a size or a colour. */
typedef struct _WijkTimeline WijkTimeline;

/* `title` says what can be seen in the picture; first and last are the plan's years (0: unknown,
 * then the lanes decide). */
WijkTimeline *wijk_timeline_new (const char *title,
                                 int first_year,
                                 int last_year,
                                 const WijkTimelineWords *words);
WijkTimeline *wijk_timeline_ref (WijkTimeline *self);
void wijk_timeline_unref (WijkTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkTimeline, wijk_timeline_unref)

/* To be called before the first layout is made. A day outside the axis is not drawn. */
void wijk_timeline_add_lane (WijkTimeline *self, const WijkTimelineLane *lane);
void wijk_timeline_set_today (WijkTimeline *self, int year, int month, int day);

const char *wijk_timeline_get_title (const WijkTimeline *self);
const char *wijk_timeline_get_today_label (const WijkTimeline *self);
guint wijk_timeline_get_n_lanes (const WijkTimeline *self);
const WijkTimelineLane *wijk_timeline_get_lane (const WijkTimeline *self, guint index);

/* Months; the last one counts. The axis covers plan and lanes in whole years. */
void wijk_timeline_get_plan (const WijkTimeline *self, int *first, int *last);
void wijk_timeline_get_axis (const WijkTimeline *self, int *first, int *last);
/* In months; negative without a day. */
double wijk_timeline_get_today (const WijkTimeline *self);

/* The same as a table: rank, title, period, band, status. */
GPtrArray *wijk_timeline_to_table (const WijkTimeline *self);

/* All of a lane in one sentence part, for a screen reader: "1. Titel, 2027-2029, kort, loopt". */
char *wijk_timeline_describe_lane (const WijkTimeline *self, guint index);

G_END_DECLS
