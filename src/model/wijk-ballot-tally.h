/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-option.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* What one option of a ballot got: the sum of all that was entered, on whatever laptop, with its
 * origin. Equal totals have an equal rank, and the ranks below them are skipped: 1, 2, 2, 4. */
typedef struct
{
  WijkOption *option; /* lent */
  gint64 screen;
  gint64 paper;
  gint64 total;
  guint rank;       /* from 1; 0 for an option without any dot */
  gboolean is_tied; /* another option with dots has the same total */
} WijkOptionTally;

/* All that was entered in a ballot. */
typedef struct
{
  gint64 screen;
  gint64 paper;
  gint64 total;
  guint n_entries; /* records */
} WijkBallotTotal;

/* WijkOptionTallies of the options of @ballot (an id), most dots first, ties in the order of the
 * ballot; owned by the array. @total may be NULL. */
GPtrArray *wijk_ballot_tally (WijkState *state,
                              const char *ballot,
                              WijkBallotTotal *total) G_GNUC_WARN_UNUSED_RESULT;

/* The options of @ballot (an id) in their order, lent. */
GPtrArray *wijk_ballot_list_options (WijkState *state,
                                     const char *ballot) G_GNUC_WARN_UNUSED_RESULT;

/* Dots for each voter that fit so many options: a quarter of them, at least three. */
guint wijk_ballot_propose_dots (guint n_options);

G_END_DECLS
