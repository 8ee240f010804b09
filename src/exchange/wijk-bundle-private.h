/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WIJK_BUNDLE_CHUNK (256 * 1024)

/* How many bytes the file of this name may have. */
guint64 wijk_bundle_get_cap (const char *name);

/* versions/<number>/<file>: only in an internal bundle. */
gboolean wijk_bundle_is_version_name (const char *name);

G_END_DECLS
