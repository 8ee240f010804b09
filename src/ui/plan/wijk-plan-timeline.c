/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-timeline.h"

#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-priority.h"
#include "wijk-rules.h"

static const char *
label_horizon (WijkHorizon horizon)
{
  switch (horizon)
    {
    case WIJK_HORIZON_SHORT:
      return _ ("short term");
    case WIJK_HORIZON_MIDDLE:
      return _ ("medium term");
    case WIJK_HORIZON_LONG:
      return _ ("long term");
    case WIJK_HORIZON_NONE:
    default:
      return _ ("no period");
    }
}

static int
to_year (gint64 year)
{
  return year == WIJK_UNSET ? 0 : (int) year;
}

static void
add_lane (WijkTimeline *timeline, WijkPlan *plan, WijkPriority *priority, int rank)
{
  int first =
      to_year (priority->first_year != WIJK_UNSET ? priority->first_year : priority->last_year);
  int last =
      to_year (priority->last_year != WIJK_UNSET ? priority->last_year : priority->first_year);
  WijkHorizon horizon = wijk_horizon_of (plan->kind, plan->first_year, priority->last_year);
  g_autofree char *period = wijk_ui_format_years (priority->first_year, priority->last_year);
  WijkTimelineLane lane = {
    .id = wijk_record_get_id (WIJK_RECORD (priority)),
    .title = priority->title,
    .rank = rank,
    .first = first > 0 && last >= first ? WIJK_MONTH (first, 1) : 0,
    .last = first > 0 && last >= first ? WIJK_MONTH (last, 12) : 0,
    .band = horizon == WIJK_HORIZON_NONE ? WIJK_TIMELINE_SHORT
                                         : (WijkTimelineBand) (horizon - WIJK_HORIZON_SHORT),
    .status = priority->status == WIJK_WORK_UNSET
                  ? WIJK_TIMELINE_PLANNED
                  : (WijkTimelineStatus) (priority->status - WIJK_WORK_PLANNED),
    .period = period,
    .band_label = label_horizon (horizon),
    .status_label = wijk_label_for_work_status (priority->status),
  };

  wijk_timeline_add_lane (timeline, &lane);
}

/* How many of them run in the first year: the finding that the title tells. */
static char *
describe (WijkPlan *plan, GPtrArray *priorities)
{
  guint n_first = 0;

  for (guint i = 0; i < priorities->len; i++)
    {
      WijkPriority *priority = g_ptr_array_index (priorities, i);

      if (plan->first_year != WIJK_UNSET && priority->first_year == plan->first_year)
        n_first++;
    }

  if (plan->first_year == WIJK_UNSET)
    return g_strdup (_ ("Priorities in time"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u of %u priorities begins in %d",
                                       "%u of %u priorities begin in %d",
                                       n_first),
                          n_first,
                          priorities->len,
                          (int) plan->first_year);
}

WijkTimeline *
wijk_plan_timeline_new (WijkState *state, GDateTime *today)
{
  WijkPlan *plan = wijk_state_get_plan (state);
  g_autoptr (GPtrArray) priorities = wijk_state_dup_sorted (state, WIJK_KIND_PRIORITY);
  g_autofree char *title = NULL;
  WijkTimelineWords words = { .rank = _ ("Rank"),
                              .title = _ ("Priority"),
                              .period = _ ("Period"),
                              .band = _ ("Term"),
                              .status = _ ("Status"),
                              .today = _ ("today") };
  WijkTimeline *timeline;

  if (plan == NULL || priorities->len == 0)
    return NULL;

  title = describe (plan, priorities);
  timeline =
      wijk_timeline_new (title, to_year (plan->first_year), to_year (plan->last_year), &words);
  for (guint i = 0; i < priorities->len; i++)
    add_lane (timeline, plan, g_ptr_array_index (priorities, i), (int) i + 1);
  wijk_timeline_set_today (timeline,
                           g_date_time_get_year (today),
                           g_date_time_get_month (today),
                           g_date_time_get_day_of_month (today));

  return timeline;
}
