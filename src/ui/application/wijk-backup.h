/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-application.h"
#include "wijk-document.h"

G_BEGIN_DECLS

/* The daily copy of one open plan: looks every quarter of an hour, and when the folder is chosen,
 * whether one is due, and makes it in a thread.
 *
 * Properties, which notify: "error" (string or NULL): why the last one could not be made;
 * "is-running" (boolean); "last-time" (int64): when the newest one was made, milliseconds since
 * 1970, 0: never. */
#define WIJK_TYPE_BACKUP (wijk_backup_get_type ())
G_DECLARE_FINAL_TYPE (WijkBackup, wijk_backup, WIJK, BACKUP, GObject)

WijkBackup *wijk_backup_new (WijkApplication *application,
                             WijkDocument *document,
                             const char *plan_id) G_GNUC_WARN_UNUSED_RESULT;

/* That of an open plan, lent; NULL if it has none. */
WijkBackup *wijk_backup_find (WijkDocument *document);

/* Makes one whether or not it is due. */
void wijk_backup_run (WijkBackup *self);

const char *wijk_backup_get_error (WijkBackup *self);
gboolean wijk_backup_is_running (WijkBackup *self);
gint64 wijk_backup_get_last_time (WijkBackup *self);

G_END_DECLS
