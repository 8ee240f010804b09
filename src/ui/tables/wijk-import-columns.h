/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-column.h"

G_BEGIN_DECLS

/* What the columns of a table hold: a row for each, with the first of what stands in it and a list
 * to choose from. Signal "changed": someone chose. */
#define WIJK_TYPE_IMPORT_COLUMNS (wijk_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (
    WijkImportColumns, wijk_import_columns, WIJK, IMPORT_COLUMNS, AdwPreferencesGroup)

/* Shows @grid, of which @columns says what its columns may hold. */
void wijk_import_columns_set_grid (WijkImportColumns *self,
                                   const WijkGrid *grid,
                                   const WijkColumn *columns);

/* As many as the table has columns. */
WijkColumn *wijk_import_columns_dup (WijkImportColumns *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
