/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-personal.h"
#include "wijk-state.h"
#include "wijk-tasks.h"

G_BEGIN_DECLS

/* What tells who somebody is, in texts that everyone may come to read. */
typedef struct
{
  char *record; /* id */
  char *field;  /* key */
  char *words;  /* as they stand */
  char *excerpt;
  gboolean is_name;      /* of a person in the register who did not consent to publication */
  WijkPersonalKind kind; /* of what is no name */
} WijkPersonalFinding;

/* All of them, in a stable order; WijkPersonalFindings, owned by the array. */
GPtrArray *wijk_personal_scan (WijkState *state) G_GNUC_WARN_UNUSED_RESULT;

/* The edits that put other words in the place of @findings: "[telefoonnummer verwijderd]" and the
 * like, in the plan's language. */
GPtrArray *wijk_personal_dup_edits (WijkState *state,
                                    GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
