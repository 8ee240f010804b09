/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* A promise (toezegging): who will do what by when. */
#define WIJK_TYPE_COMMITMENT (wijk_commitment_get_type ())
G_DECLARE_FINAL_TYPE (WijkCommitment, wijk_commitment, WIJK, COMMITMENT, WijkRecord)

struct _WijkCommitment
{
  WijkRecord parent_instance;

  char *stakeholder;
  char *text;
  char *session; /* where it was promised */
  char *due;
  WijkWorkStatus status;
};

/* Whether it is still to be kept: neither done nor dropped. */
gboolean wijk_commitment_is_open (WijkCommitment *self);

/* Open on or after the day it was due. @today: an ISO date. */
gboolean wijk_commitment_is_due (WijkCommitment *self, const char *today);

/* All commitments: the open ones first, the earliest due first, those without a date last. Records
 * are lent. */
GPtrArray *wijk_state_dup_commitments (WijkState *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
