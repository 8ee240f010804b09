/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-change.h"
#include "wijk-column.h"
#include "wijk-progress.h"

G_BEGIN_DECLS

/* More faults than this are not worth reading. */
#define WIJK_GRID_MAX_FAULTS 100

/* One row of a table of remarks. */
typedef struct
{
  guint number;      /* of the row */
  char *row;         /* which row of which form that went out it is, or NULL */
  GPtrArray *remark; /* WijkEdits without a record: of the fields of a remark; `session`, `themes`
                      * and `partners` (perhaps more than one) with what stands in the cell, an id
                      * or a title or name */
  GPtrArray *person; /* WijkEdits of a stakeholder without a record, or NULL */
} WijkGridRemark;

/* The remarks in @grid, of which @columns says what its columns hold. Dates may be written as
 * 1-10-2026 or 1 oktober 2026, areas by name. Every value follows the rules of its field. A row
 * without words is passed over where nothing else stands in it, or where it is a row of a form.
 *
 * Names and contact are not even read without consent: a column that says yes, or for what (words
 * parted by commas). Yes alone is consent to being kept ("bewaren"), not to publication.
 *
 * What is wrong goes into @faults, owned by it: sentences that name row and column, at most
 * WIJK_GRID_MAX_FAULTS. Rows with faults are not among the remarks. NULL if the columns cannot be
 * (no words, or one thing twice), or where @cancellable said so. */
GPtrArray *wijk_grid_to_remarks (const WijkGrid *grid,
                                 const WijkColumn *columns,
                                 GPtrArray *faults,
                                 WijkProgress *progress,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
