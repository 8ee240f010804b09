/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-report.h"

G_BEGIN_DECLS

/* What a report says of a remark in a line or two. */

/* The answer as it is shown; `note` is what goes with it: to which priority it led. */
typedef struct
{
  const char *outcome; /* the word, or "no answer yet" */
  char *reason;
  char *note;
} WijkReportLine;

/* Below the heading of `shown`, a cluster, only what differs from its answer is said. */
WijkReportLine
wijk_report_describe_answer (WijkReport *self, JsonObject *remark, JsonObject *shown);
void wijk_report_line_clear (WijkReportLine *self);

/* Where and when it was said, by how many, with whom who agreed and what says the opposite; inside
 * also the comments on it. */
char *wijk_report_describe_remark (WijkReport *self, JsonObject *remark);
char *wijk_report_describe_cluster (WijkReport *self, JsonObject *cluster);

/* The priorities that come from it or from its cluster; to be freed, its objects are lent. */
GPtrArray *wijk_report_list_priorities (WijkReport *self, JsonObject *remark);
/* Titles of the priorities that come from it or from its cluster: "A; B". NULL: none. */
char *wijk_report_join_priorities (WijkReport *self, JsonObject *remark);
/* "eens 12, oneens 4 · tegengeluid: R-4". NULL: neither is known. */
char *wijk_report_describe_dissent (WijkReport *self, JsonObject *record);
/* "R-4, ‘Parkeren’": what says the opposite. NULL: nothing does. */
char *wijk_report_join_opposed (WijkReport *self, JsonObject *record);
/* "Anja: nog nabellen": a line for each comment. NULL: none, or not inside. */
char *wijk_report_join_comments (WijkReport *self, JsonObject *record);

/* How the counted and chosen remarks were answered, in the order of the outcomes. */
typedef struct
{
  gint64 counted, unanswered, withdrawn, people;
  gint64 n[4];
} WijkOutcomeCounts;

WijkOutcomeCounts wijk_report_count_outcomes (WijkReport *self);

G_END_DECLS
