/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WIJK_ZIP_ERROR (wijk_zip_error_quark ())
GQuark wijk_zip_error_quark (void);

typedef enum
{
  WIJK_ZIP_ERROR_DAMAGED,
  WIJK_ZIP_ERROR_TOO_LARGE, /* it unpacks to more than is taken in */
  WIJK_ZIP_ERROR_LOCKED,    /* behind a password */
} WijkZipError;

/* Unpacks, in memory, those entries of a zip from elsewhere for whose name @is_wanted says TRUE:
 * name -> GBytes. What comes out is counted, whatever the zip says of itself; an entry that is
 * there twice is refused. */
GHashTable *wijk_zip_read (GBytes *bytes,
                           gboolean (*is_wanted) (const char *name),
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
