/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

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

G_END_DECLS
