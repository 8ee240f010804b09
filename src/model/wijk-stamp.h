/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The order of changes: 13 digits of milliseconds since 1970, 5 of a counter, 8 hexadecimal digits
 * of the device, joined by hyphens and compared bytewise. Stamps order, they do not tell time: a
 * laptop with a wrong clock gives stamps that are still unique and still after all it had seen. */
#define WIJK_STAMP_LENGTH 28

/* A stamp higher than @highest (NULL: none yet). @now_ms is the clock in milliseconds. */
char *
wijk_stamp_new (gint64 now_ms, const char *device, const char *highest) G_GNUC_WARN_UNUSED_RESULT;

/* Well formed, and not beyond the year 2100. */
gboolean wijk_stamp_is_valid (const char *stamp);

/* The milliseconds in @stamp, which is valid. */
gint64 wijk_stamp_get_time (const char *stamp);

/* The eight digits of the device, inside @stamp. */
const char *wijk_stamp_get_device (const char *stamp);

G_END_DECLS
