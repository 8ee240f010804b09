/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-store.h"

G_BEGIN_DECLS

#define WIJK_LIBRARY_ERROR (wijk_library_error_quark ())
GQuark wijk_library_error_quark (void);

typedef enum
{
  WIJK_LIBRARY_ERROR_NOT_FOUND, /* no plan of that id */
  WIJK_LIBRARY_ERROR_AMBIGUOUS, /* several plans whose id begins so */
  WIJK_LIBRARY_ERROR_EXISTS,    /* a plan of that id is here already */
  WIJK_LIBRARY_ERROR_FAILED,    /* the disk said no */
} WijkLibraryError;

/* The plans of this laptop: `plans/ID/` and `bin/ID.TIME/` below the library's folder. The program
 * owns it; every call reads the disk anew. */

/* `$XDG_DATA_HOME/wijkplan`. */
char *wijk_library_dup_default_folder (void) G_GNUC_WARN_UNUSED_RESULT;

/* Makes @folder and what is missing above it, so that a power cut does not take it away again. */
gboolean wijk_library_make_folder (const char *folder, GError **error);

/* Ids of all plans, sorted. */
GStrv wijk_library_list (const char *library) G_GNUC_WARN_UNUSED_RESULT;

/* The folder of a plan, whether it is there or not. */
char *wijk_library_dup_plan_folder (const char *library,
                                    const char *plan_id) G_GNUC_WARN_UNUSED_RESULT;

/* The id that @beginning, an id or the unique beginning of one (with or without `plan-`), means. */
char *wijk_library_find (const char *library,
                         const char *beginning,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes a plan as a whole or not at all: an empty one in a folder that nobody sees, to be filled
 * and then, when the store is closed, published, or dropped. */
WijkStore *wijk_library_begin_plan (const char *library,
                                    const char *plan_id,
                                    const char *device,
                                    const char *author,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean wijk_library_publish_plan (const char *library, const char *plan_id, GError **error);
void wijk_library_drop_plan (const char *library, const char *plan_id);

/* ---- the bin ---- */

#define WIJK_BIN_DAYS 30

typedef struct
{
  char *name; /* of the folder in the bin */
  char *plan_id;
  gint64 removed; /* milliseconds since 1970 */
} WijkBinned;

/* Moves a plan to the bin; *@name is what wijk_library_restore() wants. */
gboolean wijk_library_remove (
    const char *library, const char *plan_id, gint64 now_ms, char **name, GError **error);
gboolean wijk_library_restore (const char *library, const char *name, GError **error);

/* WijkBinned of all that is in the bin, newest first. */
GPtrArray *wijk_library_list_bin (const char *library) G_GNUC_WARN_UNUSED_RESULT;

/* Overwrites what is in the bin under @name and removes it. */
gboolean wijk_library_wipe (const char *library, const char *name, GError **error);

/* Wipes what has been in the bin for 30 days, and what a killed program left half made. */
void wijk_library_tidy (const char *library, gint64 now_ms);

G_END_DECLS
