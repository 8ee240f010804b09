/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-report.h"

G_BEGIN_DECLS

/* The answer to a remark, its own or else its cluster's. */
typedef struct
{
  const char *outcome;
  const char *reason;
  JsonObject *cluster; /* whose answer it is, or NULL */
} WijkAnswer;

/* FALSE where there is none: outcome and reason must both be there. */
gboolean wijk_report_find_answer (const WijkReport *self, JsonObject *remark, WijkAnswer *answer);

/* Likewise, or all parts of a split remark have theirs. */
gboolean wijk_report_is_answered (const WijkReport *self, JsonObject *remark);
const char *wijk_report_find_outcome (WijkReport *self, JsonObject *remark);

/* The parts of a remark that was split, or NULL. */
GPtrArray *wijk_report_get_parts (const WijkReport *self, JsonObject *remark);
/* The remarks and clusters that say the opposite, whichever side was linked, or NULL. */
GPtrArray *wijk_report_get_opposed (WijkReport *self, JsonObject *record);
/* "R-61, R-62" */
char *wijk_report_join_labels (GPtrArray *remarks);

G_END_DECLS
