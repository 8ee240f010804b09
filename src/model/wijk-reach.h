/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-state.h"

G_BEGIN_DECLS

/* Who was heard: remarks and people behind them per neighbourhood, channel, session and role,
 * against how many people live there. What is about a small group is not shown, nor what it could
 * be worked out from. */

/* A group of fewer is a small one. */
#define WIJK_REACH_SMALL 5

typedef enum
{
  WIJK_REACH_NUMBER,   /* the number itself, 0 too: that nobody came is no secret */
  WIJK_REACH_FEW,      /* fewer than five */
  WIJK_REACH_WITHHELD, /* five or more, but a small group could be worked out from it */
} WijkReachShown;

typedef enum
{
  WIJK_REACH_BY_AREA,
  WIJK_REACH_BY_CHANNEL,
  WIJK_REACH_BY_SESSION,
  WIJK_REACH_BY_ROLE,
} WijkReachBy;

typedef struct
{
  guint n; /* 0 where it is not shown */
  WijkReachShown shown;
} WijkReachCount;

/* Keys that are no area, word or id. */
#define WIJK_REACH_UNKNOWN ""    /* with a few from elsewhere */
#define WIJK_REACH_ELSEWHERE "*" /* areas outside the plan */

typedef struct
{
  char *key; /* code of an area, word of a channel or role, id of a session */
  WijkReachCount remarks;
  WijkReachCount people;
  gint64 population; /* WIJK_UNSET where not known */
} WijkReachRow;

typedef struct
{
  WijkReachBy by;
  GPtrArray *rows;        /* of WijkReachRow */
  WijkReachCount remarks; /* of all rows */
  WijkReachCount people;
  gint64 population; /* of all areas of the plan; WIJK_UNSET unless all are known */
  char *date;        /* of the population figures, the oldest; NULL without */
  char *publisher;   /* theirs */
} WijkReach;

WijkReach *wijk_reach_new (WijkState *state, WijkReachBy by) G_GNUC_WARN_UNUSED_RESULT;
void wijk_reach_free (WijkReach *self);

/* Decides for @n counts and their total what is shown. Nobody who sees the rest, and knows these
 * rules, can work out a count below WIJK_REACH_SMALL. Returns whether the total is shown. */
gboolean wijk_reach_hide (const guint *counts, guint n, WijkReachShown *shown);

/* The part of the people whose neighbourhood is known that came from @row, in whole percent; -1 if
 * that is not shown. */
int wijk_reach_get_share (const WijkReach *self, const WijkReachRow *row);

/* The part of the people in the plan's areas that live there, in whole percent; -1 if not known. */
int wijk_reach_get_population_share (const WijkReach *self, const WijkReachRow *row);

/* A neighbourhood that was heard much less, or much more, than its people are many. */
typedef struct
{
  const WijkReachRow *row; /* lent; its count may be few */
  int share;               /* -1: fewer than five people */
  int population_share;
} WijkReachFinding;

/* At most five, what is missing most first; of areas alone. */
GArray *wijk_reach_find (const WijkReach *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkReach, wijk_reach_free)

G_END_DECLS
