/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-ballot.h"
#include "wijk-hall.h"

G_BEGIN_DECLS

/* The options of a ballot: to be added and taken away while it is prepared, with a number each for
 * the dots counted on paper, with totals once it is closed; and what was entered, to be put right.
 */
#define WIJK_TYPE_BALLOT_OPTIONS (wijk_ballot_options_get_type ())
G_DECLARE_FINAL_TYPE (WijkBallotOptions, wijk_ballot_options, WIJK, BALLOT_OPTIONS, GtkBox)

/* Once. */
void wijk_ballot_options_set_hall (WijkBallotOptions *self, WijkHall *hall);

/* Shows the ballot as it stands now; NULL: none. */
void wijk_ballot_options_set_ballot (WijkBallotOptions *self, WijkBallot *ballot);

G_END_DECLS
