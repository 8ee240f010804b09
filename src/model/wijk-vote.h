/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* Dots that one option got, as entered once (a voter on the screen, a sheet of paper). The total is
 * the sum. */
#define WIJK_TYPE_VOTE (wijk_vote_get_type ())
G_DECLARE_FINAL_TYPE (WijkVote, wijk_vote, WIJK, VOTE, WijkRecord)

struct _WijkVote
{
  WijkRecord parent_instance;

  char *option;
  WijkVoteWay way;
  gint64 dots;
};

G_END_DECLS
