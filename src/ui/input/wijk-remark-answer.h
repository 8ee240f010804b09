/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-cluster.h"
#include "wijk-remark.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* The answer that a remark has: its own as far as it has one, else that of its cluster. Strings and
 * records are lent. */
typedef struct
{
  WijkOutcome outcome;
  const char *reason;   /* NULL: still missing */
  WijkCluster *cluster; /* whose answer it is; NULL: the remark's own */
} WijkRemarkAnswer;

WijkRemarkAnswer wijk_remark_find_answer (WijkRemark *self, WijkState *state);

/* The parts into which remarks were split: id of the whole -> GPtrArray of WijkRemark, withdrawn
 * ones left out. NULL where nothing was split. */
GHashTable *wijk_remark_collect_parts (WijkState *state) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it counts and still has to be answered; @parts may be NULL. */
gboolean wijk_remark_is_owed (WijkRemark *self, WijkState *state, GHashTable *parts);

G_END_DECLS
