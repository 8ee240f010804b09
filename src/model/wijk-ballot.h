/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* A vote with dots that is or was held at a session (stemming); its options are records of their
 * own. */
#define WIJK_TYPE_BALLOT (wijk_ballot_get_type ())
G_DECLARE_FINAL_TYPE (WijkBallot, wijk_ballot, WIJK, BALLOT, WijkRecord)

struct _WijkBallot
{
  WijkRecord parent_instance;

  char *place;
  char *session;
  char *title;
  gint64 dots;
  WijkBallotStatus status;
};

G_END_DECLS
