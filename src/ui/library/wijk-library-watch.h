/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Watches the folder of the plans for what other programs add and remove, and calls
 * @changed with @object. The caller owns it; NULL where that cannot be watched. */
GFileMonitor *wijk_library_watch (const char *library,
                                  GCallback changed,
                                  GObject *object) G_GNUC_WARN_UNUSED_RESULT;

/* Empties the bin of what is too old, in a thread: overwriting takes time. */
void wijk_library_tidy_in_thread (const char *library);

G_END_DECLS
