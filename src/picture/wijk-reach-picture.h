/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-bars.h"
#include "wijk-map.h"
#include "wijk-reach.h"

G_BEGIN_DECLS

/* Who was heard, as bars and as a map: the same for screen and paper. */

/* In the language of who looks. */
typedef struct
{
  const char *title; /* the finding */
  const char *label_head;
  const char *value_head;
  const char *few;        /* "minder dan 5" */
  const char *withheld;   /* "niet getoond" */
  const char *share;      /* "{n} ({share} %)" */
  const char *population; /* "{n} ({share} %; er woont {population} %)" */
} WijkReachWords;

/* What shows for the people of a row. */
char *wijk_reach_dup_value (const WijkReach *self,
                            const WijkReachRow *row,
                            const WijkReachWords *words) G_GNUC_WARN_UNUSED_RESULT;

/* @labels: what each row is called, in their order; lent. */
WijkBars *wijk_reach_to_bars (const WijkReach *self,
                              const char *const *labels,
                              const WijkReachWords *words) G_GNUC_WARN_UNUSED_RESULT;

/* The neighbourhoods of the plan; NULL if it has none that can be drawn. The state of each: 0
 * nobody, or not shown; 1 as many as one would expect; 2 half of that or less; 3 twice or more.
 * Without population figures all where somebody was heard are 1. */
WijkMap *wijk_reach_to_map (const WijkReach *self,
                            const char *const *labels,
                            const WijkReachWords *words) G_GNUC_WARN_UNUSED_RESULT;

/* All figures, for who would rather read them: label, remarks, people, share, population share. */
GPtrArray *wijk_reach_to_table (const WijkReach *self,
                                const char *const *labels,
                                const char *const *heads,
                                const WijkReachWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
