/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-coverage.h"
#include "wijk-report.h"

G_BEGIN_DECLS

/* Figures of the participation report, for its pages and its tables. */

/* By what remarks are counted. */
typedef enum
{
  WIJK_HEARD_AREA,
  WIJK_HEARD_CHANNEL,
  WIJK_HEARD_ROLE,
  WIJK_HEARD_THEME, /* each for each of its main themes */
  WIJK_N_HEARD,
} WijkHeard;

/* What remarks were counted; `session` NULL: all, "": those of none. */
WijkCounts *wijk_participation_count (WijkReport *self, WijkHeard by, const char *session);
guint wijk_participation_count_remarks (WijkReport *self, const char *session);
/* The outcomes in their order, and how many have none: "3 overgenomen, 1 nog geen antwoord". */
char *wijk_participation_describe_outcomes (WijkReport *self, const char *session);

/* Who was there, by role; and how many, as counted at the door or else at the tables. */
WijkCounts *wijk_participation_count_attendance (WijkReport *self, JsonObject *session);
gint64 wijk_participation_get_heads (JsonObject *session);

/* "64", and "minder dan 5" for -1 and small groups. */
char *wijk_participation_dup_heads (WijkReport *self, gint64 heads);
/* "bewoner 58, kleine groepen samen 6" */
char *wijk_participation_join (WijkReport *self, const GArray *groups);

/* Remarks that show what came of it: taken over and to be found in a priority, a few of each; and
 * those that were not, the ones of most people first. Objects are lent. */
GPtrArray *wijk_participation_list_accepted (WijkReport *self);
GPtrArray *wijk_participation_list_declined (WijkReport *self);

/* The neighbourhoods of the plan from which no remark came: names, lent. */
GPtrArray *wijk_participation_list_silent (WijkReport *self);

G_END_DECLS
