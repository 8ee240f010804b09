/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"

G_BEGIN_DECLS

/* Voting: the ballots of the session, their options, dots from paper and screen, and the result. */
#define WIJK_TYPE_VOTE_PHASE (wijk_vote_phase_get_type ())
G_DECLARE_FINAL_TYPE (WijkVotePhase, wijk_vote_phase, WIJK, VOTE_PHASE, GtkBox)

GtkWidget *wijk_vote_phase_new (WijkHall *hall);

G_END_DECLS
