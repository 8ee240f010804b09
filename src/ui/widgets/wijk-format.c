/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-format.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "wijk-field.h"

char *
wijk_ui_format_date (const char *iso)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day = 1;
  gboolean with_day;

  if (iso == NULL)
    return g_strdup ("");

  with_day = wijk_date_is_valid (iso, FALSE);
  if (!with_day && !wijk_date_is_valid (iso, TRUE))
    return g_strdup ("");

  sscanf (iso, "%d-%d-%d", &year, &month, &day);
  date = g_date_time_new_local (year, month, day, 0, 0, 0);

  /* Translators: a date with the month in full, in the notation of g_date_time_format() */
  return g_date_time_format (date, with_day ? _ ("%-d %B %Y") : "%B %Y");
}

static GDateTime *
get_midnight (GDateTime *time)
{
  return g_date_time_new_local (g_date_time_get_year (time),
                                g_date_time_get_month (time),
                                g_date_time_get_day_of_month (time),
                                0,
                                0,
                                0);
}

char *
wijk_ui_format_moment (gint64 ms)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) today = NULL;
  GTimeSpan before_today;

  if (ms <= 0)
    return g_strdup ("");

  now = g_date_time_new_now_local ();
  then = g_date_time_new_from_unix_local (ms / 1000);
  today = get_midnight (now);
  before_today = g_date_time_difference (today, then);

  if (ABS (g_date_time_difference (now, then)) < G_TIME_SPAN_MINUTE)
    return g_strdup (_ ("Just now"));
  if (before_today <= 0 && before_today > -G_TIME_SPAN_DAY)
    return g_date_time_format (then, _ ("Today %H:%M"));
  if (before_today > 0 && before_today <= G_TIME_SPAN_DAY)
    return g_date_time_format (then, _ ("Yesterday %H:%M"));

  return g_date_time_format (then, _ ("%-d %B %Y"));
}

char *
wijk_ui_format_years (gint64 first, gint64 last)
{
  if (first == WIJK_UNSET && last == WIJK_UNSET)
    return g_strdup ("");
  if (first == WIJK_UNSET || last == WIJK_UNSET || first == last)
    return g_strdup_printf ("%" G_GINT64_FORMAT, first == WIJK_UNSET ? last : first);

  return g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, first, last);
}

char *
wijk_ui_format_count (gint64 n)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, n);
}

char *
wijk_ui_format_money (gint64 cents)
{
  if (cents % 100 == 0)
    return g_strdup_printf ("€ %'" G_GINT64_FORMAT, cents / 100);

  return g_strdup_printf ("€ %'.2f", (double) cents / 100);
}

char *
wijk_ui_format_owed (guint n_owed, guint n_remarks)
{
  if (n_remarks == 0)
    return g_strdup (_ ("No remarks yet"));
  if (n_owed == 0)
    return g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "The one remark is answered", "All %u remarks answered", n_remarks),
        n_remarks);

  return g_strdup_printf (_ ("%u of %u still to be answered"), n_owed, n_remarks);
}

char *
wijk_ui_parse_date (const char *text, gboolean month)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  int day = 1, number, year, n_read = 0;
  char *iso;

  if (wijk_date_is_valid (copy, month))
    return g_steal_pointer (&copy);

  g_strdelimit (copy, "/.", '-');
  if (month ? sscanf (copy, "%2d-%4d%n", &number, &year, &n_read) < 2
            : sscanf (copy, "%2d-%2d-%4d%n", &day, &number, &year, &n_read) < 3)
    return NULL;
  if (copy[n_read] != '\0')
    return NULL;

  iso = month ? g_strdup_printf ("%04d-%02d", year, number)
              : g_strdup_printf ("%04d-%02d-%02d", year, number, day);
  if (!wijk_date_is_valid (iso, month))
    g_clear_pointer (&iso, g_free);

  return iso;
}
