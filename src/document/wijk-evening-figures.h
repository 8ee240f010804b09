/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-state.h"

G_BEGIN_DECLS

/* What an evening brought and what is still open of it. */
typedef struct
{
  guint n_remarks; /* counted ones */
  guint n_voices;  /* people who said them */
  guint n_without_theme;
  guint n_shown; /* on the wall */
  guint n_hidden;
  guint n_waiting;
  guint n_closed; /* ballots */
  guint n_not_closed;
} WijkEveningFigures;

/* @session: an id. */
WijkEveningFigures wijk_evening_count (WijkState *state, const char *session);

G_END_DECLS
