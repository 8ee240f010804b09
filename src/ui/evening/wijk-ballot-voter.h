/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-ballot.h"
#include "wijk-hall.h"

G_BEGIN_DECLS

/* Voting on this screen, one voter after the other: each gives at most their dots and is done, and
 * the next finds an empty ballot. Digits and + give a dot, - takes one back. */
#define WIJK_TYPE_BALLOT_VOTER (wijk_ballot_voter_get_type ())
G_DECLARE_FINAL_TYPE (WijkBallotVoter, wijk_ballot_voter, WIJK, BALLOT_VOTER, AdwDialog)

AdwDialog *wijk_ballot_voter_new (WijkHall *hall, WijkBallot *ballot);

G_END_DECLS
