/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-stamp.h"

#include <string.h>

#include "wijk-id.h"

#define COUNTER_AT 14
#define DEVICE_AT 20
#define LAST_TIME G_GINT64_CONSTANT (4133980800000) /* 2101-01-01 UTC, in milliseconds */

char *
wijk_stamp_new (gint64 now_ms, const char *device, const char *highest)
{
  gint64 time = CLAMP (now_ms, 0, LAST_TIME - 1);
  gint64 counter = 0;

  g_return_val_if_fail (wijk_is_hex (device, 8), NULL);

  if (highest != NULL && wijk_stamp_get_time (highest) >= time)
    {
      time = wijk_stamp_get_time (highest);
      counter = g_ascii_strtoll (highest + COUNTER_AT, NULL, 10) + 1;
      if (counter > 99999)
        {
          counter = 0;
          time++;
        }
    }

  return g_strdup_printf (
      "%013" G_GINT64_FORMAT "-%05" G_GINT64_FORMAT "-%s", time, counter, device);
}

gboolean
wijk_stamp_is_valid (const char *stamp)
{
  if (stamp == NULL || strlen (stamp) != WIJK_STAMP_LENGTH)
    return FALSE;
  for (guint i = 0; i < DEVICE_AT - 1; i++)
    if (i == COUNTER_AT - 1 ? stamp[i] != '-' : !g_ascii_isdigit (stamp[i]))
      return FALSE;

  return stamp[DEVICE_AT - 1] == '-' && wijk_is_hex (stamp + DEVICE_AT, 8) &&
         wijk_stamp_get_time (stamp) < LAST_TIME;
}

gint64
wijk_stamp_get_time (const char *stamp)
{
  return g_ascii_strtoll (stamp, NULL, 10);
}

const char *
wijk_stamp_get_device (const char *stamp)
{
  return stamp + DEVICE_AT;
}
