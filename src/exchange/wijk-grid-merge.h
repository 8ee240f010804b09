/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-grid-build.h"

G_BEGIN_DECLS

/* Cells that are merged over several rows: what stands in the first goes for all of them, as people
 * mean it when they write "Avond 1" once beside ten remarks. Of cells merged over columns the first
 * keeps it alone. */
typedef struct _WijkGridMerges WijkGridMerges;

WijkGridMerges *wijk_grid_merges_new (void) G_GNUC_WARN_UNUSED_RESULT;
void wijk_grid_merges_free (WijkGridMerges *self);

/* Rows count from 1, the column from 0. */
void wijk_grid_merges_add (WijkGridMerges *self, guint column, guint top, guint bottom);

/* Fills the cells of the sheet at hand, before that is ended. */
gboolean wijk_grid_merges_apply (WijkGridMerges *self, WijkGridBuild *build, GError **error);

G_END_DECLS
