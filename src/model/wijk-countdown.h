/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A timer that counts down, for a part of an evening. Times are microseconds; @now is any clock
 * that only goes forward (g_get_monotonic_time()). All zero is a timer that was never set. */
typedef struct
{
  gint64 length; /* all of it, with minutes added; 0: not set */
  gint64 left;   /* when it stood still last */
  gint64 since;  /* when it began to run again; 0: it stands still */
  gint64 looked; /* what was left when it was asked last */
} WijkCountdown;

/* What happened since it was asked last, for telling it once. */
typedef enum
{
  WIJK_COUNTDOWN_NOTHING,
  WIJK_COUNTDOWN_MINUTE_LEFT, /* a minute is left; not told of a timer set to a minute or less */
  WIJK_COUNTDOWN_ENDED,
} WijkCountdownNews;

void wijk_countdown_start (WijkCountdown *self, gint64 length, gint64 now);
void wijk_countdown_pause (WijkCountdown *self, gint64 now);
void wijk_countdown_resume (WijkCountdown *self, gint64 now);

/* More time; also after the end, when it begins to run again. */
void wijk_countdown_add (WijkCountdown *self, gint64 time, gint64 now);

/* Not set any more. */
void wijk_countdown_clear (WijkCountdown *self);

gboolean wijk_countdown_is_running (const WijkCountdown *self, gint64 now);
gint64 wijk_countdown_get_left (const WijkCountdown *self, gint64 now);

/* "4:05", with the seconds rounded up, so that 0:00 is the end. */
char *wijk_countdown_format (const WijkCountdown *self, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

WijkCountdownNews wijk_countdown_look (WijkCountdown *self, gint64 now);

G_END_DECLS
