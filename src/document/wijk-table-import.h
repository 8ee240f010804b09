/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-tasks.h"

G_BEGIN_DECLS

/* Takes the rows of a table (CSV or TSV) as remarks into the plan @into. A row whose words, date
 * and channel are already there is the same remark and is not taken again. @name: for messages. */
gboolean wijk_table_import (const WijkContext *context,
                            GBytes *bytes,
                            const char *name,
                            const char *into,
                            WijkImported *imported,
                            GError **error);

G_END_DECLS
