/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-timeline.h"

#define MAX_YEARS 200

struct _WijkTimeline
{
  char *title;
  int plan_first, plan_last;
  double today;
  char *words[6];
  GArray *lanes;
};

static void
clear_lane (gpointer data)
{
  WijkTimelineLane *lane = data;

  g_free ((char *) lane->id);
  g_free ((char *) lane->title);
  g_free ((char *) lane->period);
  g_free ((char *) lane->band_label);
  g_free ((char *) lane->status_label);
}

static void
clear_timeline (gpointer data)
{
  WijkTimeline *self = data;

  g_free (self->title);
  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    g_free (self->words[i]);
  g_array_unref (self->lanes);
}

static char *
dup_text (const char *text)
{
  return g_strdup (text ? text : "");
}

WijkTimeline *
wijk_timeline_new (const char *title, int first_year, int last_year, const WijkTimelineWords *words)
{
  WijkTimeline *self = g_atomic_rc_box_new0 (WijkTimeline);
  const char *given[] = { words->rank, words->title,  words->period,
                          words->band, words->status, words->today };

  self->title = dup_text (title);
  self->today = -1;
  if (first_year > 0 && last_year >= first_year)
    {
      self->plan_first = WIJK_MONTH (first_year, 1);
      self->plan_last = WIJK_MONTH (last_year, 12);
    }
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    self->words[i] = dup_text (given[i]);
  self->lanes = g_array_new (FALSE, TRUE, sizeof (WijkTimelineLane));
  g_array_set_clear_func (self->lanes, clear_lane);
  return self;
}

WijkTimeline *
wijk_timeline_ref (WijkTimeline *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
wijk_timeline_unref (WijkTimeline *self)
{
  g_atomic_rc_box_release_full (self, clear_timeline);
}

void
wijk_timeline_add_lane (WijkTimeline *self, const WijkTimelineLane *lane)
{
  WijkTimelineLane copy = *lane;

  g_return_if_fail ((guint) lane->band <= WIJK_TIMELINE_LONG);
  g_return_if_fail ((guint) lane->status <= WIJK_TIMELINE_DROPPED);

  copy.id = dup_text (lane->id);
  copy.title = dup_text (lane->title);
  copy.period = dup_text (lane->period);
  copy.band_label = dup_text (lane->band_label);
  copy.status_label = dup_text (lane->status_label);
  if (copy.first <= 0 || copy.last < copy.first)
    copy.first = copy.last = 0;
  g_array_append_val (self->lanes, copy);
}

void
wijk_timeline_set_today (WijkTimeline *self, int year, int month, int day)
{
  self->today = WIJK_MONTH (year, month) + (day - 1) / 31.0;
}

const char *
wijk_timeline_get_title (const WijkTimeline *self)
{
  return self->title;
}

const char *
wijk_timeline_get_today_label (const WijkTimeline *self)
{
  return self->words[5];
}

guint
wijk_timeline_get_n_lanes (const WijkTimeline *self)
{
  return self->lanes->len;
}

const WijkTimelineLane *
wijk_timeline_get_lane (const WijkTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->lanes->len, NULL);
  return &g_array_index (self->lanes, WijkTimelineLane, index);
}

void
wijk_timeline_get_plan (const WijkTimeline *self, int *first, int *last)
{
  *first = self->plan_first;
  *last = self->plan_last;
}

void
wijk_timeline_get_axis (const WijkTimeline *self, int *first, int *last)
{
  int low = self->plan_first, high = self->plan_last;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const WijkTimelineLane *lane = wijk_timeline_get_lane (self, i);

      if (lane->first == 0)
        continue;
      low = low == 0 ? lane->first : MIN (low, lane->first);
      high = MAX (high, lane->last);
    }
  if (low == 0)
    low = high = self->today > 0 ? (int) self->today : WIJK_MONTH (2000, 1);
  *first = WIJK_MONTH (WIJK_MONTH_YEAR (low), 1);
  *last = MIN (WIJK_MONTH (WIJK_MONTH_YEAR (high), 12), *first + MAX_YEARS * 12 - 1);
}

double
wijk_timeline_get_today (const WijkTimeline *self)
{
  return self->today;
}

GPtrArray *
wijk_timeline_to_table (const WijkTimeline *self)
{
  GPtrArray *table = wijk_picture_table_new ();
  char *const *words = self->words;

  wijk_picture_table_add (table, words[0], words[1], words[2], words[3], words[4], NULL);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const WijkTimelineLane *lane = wijk_timeline_get_lane (self, i);
      g_autofree char *rank = lane->rank > 0 ? g_strdup_printf ("%d", lane->rank) : g_strdup ("");

      wijk_picture_table_add (
          table, rank, lane->title, lane->period, lane->band_label, lane->status_label, NULL);
    }
  return table;
}

char *
wijk_timeline_describe_lane (const WijkTimeline *self, guint index)
{
  const WijkTimelineLane *lane = wijk_timeline_get_lane (self, index);
  const char *parts[] = { lane->period, lane->band_label, lane->status_label };
  GString *text = g_string_new (NULL);

  if (lane->rank > 0)
    g_string_append_printf (text, "%d. ", lane->rank);
  g_string_append (text, lane->title);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i])
      g_string_append_printf (text, ", %s", parts[i]);
  return g_string_free (text, FALSE);
}
