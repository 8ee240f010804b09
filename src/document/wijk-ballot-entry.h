/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-ballot.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* Making ballots and entering votes: from what a person asks to edits. */

/* What the options of a new ballot are taken from. */
typedef enum
{
  WIJK_BALLOT_OF_THEMES,   /* of the remarks of the session; all, while it has none */
  WIJK_BALLOT_OF_CLUSTERS, /* likewise */
  WIJK_BALLOT_OF_PRIORITIES,
  WIJK_BALLOT_OF_NOTHING, /* options are typed */
} WijkBallotOf;

/* Adds what makes a ballot with its options, for @session (an id); returns its id. */
char *wijk_ballot_entry_make (WijkState *state,
                              const char *session,
                              WijkBallotOf of,
                              const char *title,
                              GPtrArray *edits,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds an option behind the others of @ballot (an id); @about may be NULL. */
gboolean wijk_ballot_entry_add_option (WijkState *state,
                                       const char *ballot,
                                       const char *title,
                                       const char *about,
                                       GPtrArray *edits,
                                       GError **error);

/* Adds a vote for each of @options (WijkOptions) whose place in @dots is not zero. */
gboolean wijk_ballot_entry_vote (WijkState *state,
                                 GPtrArray *options,
                                 const guint *dots,
                                 WijkVoteWay way,
                                 GPtrArray *edits,
                                 GError **error);

/* The entries of @ballot (an id), WijkVotes in the order in which they came, lent. */
GPtrArray *wijk_ballot_list_votes (WijkState *state, const char *ballot) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
