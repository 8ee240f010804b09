/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One entry of a small zip that is made in memory. */
typedef struct
{
  const char *name;
  GBytes *bytes;
} WijkZipEntry;

/* The entries, in their order, unpacked and without times: the same entries give the same bytes
 * wherever they are put together. */
GBytes *wijk_zip_write (const WijkZipEntry *entries, gsize n_entries) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
