/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes what was made, renamed or removed in a folder last through a loss of power. FALSE, with
 * errno, where it cannot; a file system that does not know how to is no failure. */
gboolean wijk_folder_sync (const char *folder);

G_END_DECLS
