/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-grid-build.h"

G_BEGIN_DECLS

/* Whether it is a zip or the older container of office files: no text. */
gboolean wijk_spreadsheet_is_one (GBytes *bytes);

/* Reads a spreadsheet by its documented XML: XLSX (ECMA-376) or ODS (OpenDocument 1.0 to 1.3).
 * Sheets that are hidden are left out, as are comments and formulas: what was worked out counts. */
gboolean wijk_spreadsheet_read (GBytes *bytes,
                                WijkGridBuild *build,
                                GCancellable *cancellable,
                                GError **error);

/* The same for one of them, whose parts have been unpacked: name -> GBytes. */
gboolean
wijk_xlsx_read (GHashTable *parts, WijkGridBuild *build, GCancellable *cancellable, GError **error);
gboolean
wijk_ods_read (GHashTable *parts, WijkGridBuild *build, GCancellable *cancellable, GError **error);

G_END_DECLS
