/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-countdown.h"

#define MINUTE (60 * G_USEC_PER_SEC)

void
wijk_countdown_start (WijkCountdown *self, gint64 length, gint64 now)
{
  *self = (WijkCountdown) { .length = length, .left = length, .since = now, .looked = length };
}

void
wijk_countdown_pause (WijkCountdown *self, gint64 now)
{
  self->left = wijk_countdown_get_left (self, now);
  self->since = 0;
}

void
wijk_countdown_resume (WijkCountdown *self, gint64 now)
{
  if (self->since == 0 && self->left > 0)
    self->since = now;
}

void
wijk_countdown_add (WijkCountdown *self, gint64 time, gint64 now)
{
  gboolean is_ended = self->length > 0 && wijk_countdown_get_left (self, now) == 0;

  self->left = wijk_countdown_get_left (self, now) + time;
  self->length = MAX (self->length, 0) + time;
  self->looked = self->left;
  if (self->since != 0 || is_ended)
    self->since = now;
}

void
wijk_countdown_clear (WijkCountdown *self)
{
  *self = (WijkCountdown) { 0 };
}

gboolean
wijk_countdown_is_running (const WijkCountdown *self, gint64 now)
{
  return self->since != 0 && wijk_countdown_get_left (self, now) > 0;
}

gint64
wijk_countdown_get_left (const WijkCountdown *self, gint64 now)
{
  return self->since == 0 ? self->left : MAX (self->left - (now - self->since), 0);
}

char *
wijk_countdown_format (const WijkCountdown *self, gint64 now)
{
  gint64 left = wijk_countdown_get_left (self, now);
  gint64 seconds = (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, seconds / 60, seconds % 60);
}

WijkCountdownNews
wijk_countdown_look (WijkCountdown *self, gint64 now)
{
  gint64 before = self->looked, left = wijk_countdown_get_left (self, now);

  self->looked = left;
  if (before > 0 && left == 0)
    return WIJK_COUNTDOWN_ENDED;

  return before > MINUTE && left <= MINUTE ? WIJK_COUNTDOWN_MINUTE_LEFT : WIJK_COUNTDOWN_NOTHING;
}
