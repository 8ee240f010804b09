/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-tasks.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_new, n_same, n_changed;
} WijkPopulated;

/* Takes in how many people live where, from a table (CSV, XLSX, ODS). The same area, group and date
 * are one figure: taken in again it is the same, or changed. One step. */
gboolean wijk_task_import_population (const WijkContext *context,
                                      const char *plan_id,
                                      GFile *file,
                                      GCancellable *cancellable,
                                      WijkPopulated *populated,
                                      GError **error);

G_END_DECLS
