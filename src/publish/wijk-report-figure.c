/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-bars.h"
#include "wijk-report-figure.h"
#include "wijk-timeline-layout.h"

#include <string.h>

#define FONT_SIZE 9.0

static WijkPictureStyle
get_style (const WijkReport *self)
{
  return (WijkPictureStyle) { wijk_typeface_get_context (self->sheet->typeface),
                              self->sheet->palette,
                              FONT_SIZE };
}

/* Begins the figure where it fits whole and moves the origin to its corner. */
static void
begin_figure (WijkReport *self, double height, const char *alt)
{
  WijkSheet *sheet = self->sheet;
  WijkTag *tag;

  wijk_sheet_space (sheet, 6);
  wijk_sheet_need (sheet, MIN (height, WIJK_PAGE_BOTTOM - WIJK_PAGE_TOP));
  tag = wijk_sheet_begin (sheet, "Figure");
  if (tag)
    tag->alt = wijk_typeface_clean (sheet->typeface, alt);
  wijk_sheet_set_box (tag, WIJK_PAGE_LEFT, sheet->y, WIJK_PAGE_RIGHT, sheet->y + height);
  if (sheet->cr)
    {
      cairo_save (sheet->cr);
      cairo_translate (sheet->cr, WIJK_PAGE_LEFT, sheet->y);
    }
}

static void
end_figure (WijkReport *self, double height)
{
  WijkSheet *sheet = self->sheet;

  if (sheet->cr)
    cairo_restore (sheet->cr);
  wijk_sheet_end (sheet, "Figure");
  sheet->y += height + 14;
}

static char *
describe_bars (WijkReport *self, WijkBars *bars)
{
  g_autoptr (GPtrArray) table = wijk_bars_to_table (bars);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 1; i < table->len; i++)
    {
      char **row = g_ptr_array_index (table, i);

      g_string_append_printf (list, "%s%s: %s", i > 1 ? ", " : "", row[0], row[1]);
    }
  g_string_append_c (list, '.');
  return wijk_words_fill (
      self->words, "alt/bars", "title", wijk_bars_get_title (bars), "bars", list->str, NULL);
}

void
wijk_report_add_bar (WijkReport *self, WijkBars *bars, const char *name, gint64 n, guint fill)
{
  g_autofree char *number = wijk_words_number (self->words, n);
  g_autofree char *label = wijk_typeface_clean (self->sheet->typeface, name);

  wijk_bars_add (bars, label, (double) n, number, fill);
}

void
wijk_report_put_bars (WijkReport *self, WijkBars *bars)
{
  WijkPictureStyle style = get_style (self);
  g_autoptr (WijkBarsLayout) layout =
      wijk_bars_layout_new (bars, &style, WIJK_PAGE_RIGHT - WIJK_PAGE_LEFT);
  double height = wijk_bars_layout_get_height (layout);
  g_autofree char *alt = describe_bars (self, bars);

  begin_figure (self, height, alt);
  if (self->sheet->cr)
    wijk_bars_layout_draw (layout, self->sheet->cr);
  wijk_sheet_count_shown (self->sheet, alt, strlen (alt));
  end_figure (self, height);
}

static WijkTimelineBand
find_band (const WijkReport *self, int last)
{
  int years = last - self->first_year + 1;

  if (self->is_vision)
    return years <= 5    ? WIJK_TIMELINE_SHORT
           : years <= 10 ? WIJK_TIMELINE_MEDIUM
                         : WIJK_TIMELINE_LONG;
  return years <= 1 ? WIJK_TIMELINE_SHORT : years <= 3 ? WIJK_TIMELINE_MEDIUM : WIJK_TIMELINE_LONG;
}

const char *
wijk_report_get_band_word (const WijkReport *self, int last)
{
  static const char *const keys[] = { "band/short", "band/medium", "band/long" };

  return wijk_words_get (self->words, keys[find_band (self, last)]);
}

static WijkTimelineStatus
find_status (const char *status)
{
  static const char *const values[] = { "gepland", "loopt", "gedaan", "niet-gedaan", "vervallen" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_strcmp0 (status, values[i]) == 0)
      return (WijkTimelineStatus) i;
  return WIJK_TIMELINE_PLANNED;
}

static int
clamp_year (gint64 year)
{
  return year >= 1000 && year <= 9999 ? (int) year : 0;
}

static void
add_lane (WijkReport *self, WijkTimeline *timeline, JsonObject *priority, guint rank)
{
  const char *status = wijk_plan_data_peek (priority, "status");
  int first = clamp_year (wijk_plan_data_int (priority, "first-year"));
  int last = clamp_year (wijk_plan_data_int (priority, "last-year"));
  g_autofree char *title = wijk_plan_data_text (priority, "title");
  g_autofree char *clean = wijk_typeface_clean (self->sheet->typeface, title);
  g_autofree char *period = wijk_words_short_years (self->words, first, last);
  WijkTimelineLane lane = { .title = clean, .rank = (int) rank, .period = period };

  first = first > 0 ? first : last;
  last = last > 0 ? last : first;
  if (first > 0 && last >= first)
    {
      lane.first = WIJK_MONTH (first, 1);
      lane.last = WIJK_MONTH (last, 12);
      lane.band = find_band (self, last);
      lane.band_label = wijk_report_get_band_word (self, last);
    }
  lane.status = find_status (status);
  lane.status_label = wijk_words_choose (self->words, "status", status ? status : "gepland");
  wijk_timeline_add_lane (timeline, &lane);
}

/* How many priorities begin in the plan's first year. */
static char *
find_finding (WijkReport *self)
{
  g_autofree char *year = g_strdup_printf ("%d", self->first_year);
  g_autofree char *number = NULL, *total = wijk_words_number (self->words, self->priorities->len);
  guint n = 0;

  for (guint i = 0; i < self->priorities->len; i++)
    n += wijk_plan_data_int (g_ptr_array_index (self->priorities, i), "first-year") ==
         self->first_year;
  if (n == 0 || self->first_year == 0)
    return g_strdup (wijk_words_get (self->words, "finding/timeline-none"));
  number = wijk_words_number (self->words, n);
  return wijk_words_fill (self->words,
                          n == 1                       ? "finding/timeline-first-one"
                          : n == self->priorities->len ? "finding/timeline-all"
                                                       : "finding/timeline-first-many",
                          "n",
                          number,
                          "total",
                          total,
                          "year",
                          year,
                          NULL);
}

static WijkTimeline *
create_timeline (WijkReport *self)
{
  const WijkWords *words = self->words;
  WijkTimelineWords heads = {
    wijk_words_get (words, "table/rank"),   wijk_words_get (words, "table/priority"),
    wijk_words_get (words, "table/period"), wijk_words_get (words, "table/band"),
    wijk_words_get (words, "table/status"), wijk_words_get (words, "text/today")
  };
  g_autofree char *finding = find_finding (self);
  WijkTimeline *timeline = wijk_timeline_new (
      finding, clamp_year (self->first_year), clamp_year (self->last_year), &heads);
  const WijkMoment *draft = self->options->draft;

  for (guint i = 0; i < self->priorities->len; i++)
    add_lane (self, timeline, g_ptr_array_index (self->priorities, i), i + 1);
  if (draft)
    wijk_timeline_set_today (timeline, draft->year, draft->month, draft->day);
  return timeline;
}

void
wijk_report_put_timeline (WijkReport *self)
{
  WijkPictureStyle style = get_style (self);
  g_autoptr (WijkTimeline) timeline = create_timeline (self);
  g_autoptr (WijkTimelineLayout) layout =
      wijk_timeline_layout_new (timeline, &style, WIJK_PAGE_RIGHT - WIJK_PAGE_LEFT);
  double height = wijk_timeline_layout_get_height (layout);
  g_autoptr (GString) lanes = g_string_new (wijk_timeline_get_title (timeline));
  g_autofree char *alt = NULL;

  if (height > WIJK_PAGE_BOTTOM - WIJK_PAGE_TOP) /* dozens of priorities: the table says it all */
    return;
  g_string_append_c (lanes, '.');
  for (guint i = 0; i < wijk_timeline_get_n_lanes (timeline); i++)
    {
      g_autofree char *lane = wijk_timeline_describe_lane (timeline, i);

      g_string_append_printf (lanes, " %s.", lane);
    }
  alt = wijk_words_fill (self->words, "alt/timeline", "lanes", lanes->str, NULL);
  begin_figure (self, height, alt);
  if (self->sheet->cr)
    wijk_timeline_layout_draw (layout, self->sheet->cr);
  wijk_sheet_count_shown (self->sheet, alt, strlen (alt));
  end_figure (self, height);
}
