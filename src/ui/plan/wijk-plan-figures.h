/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-state.h"

G_BEGIN_DECLS

/* What a plan adds up to. */
typedef struct
{
  guint n_sections;
  guint n_sections_by_status[5]; /* by WijkSectionStatus */
  guint n_words;
  guint n_priorities;
  guint n_measures;
  gint64 estimate_cents; /* raming */
  gint64 funding_cents;  /* dekking, and what is reserved */
} WijkPlanFigures;

WijkPlanFigures wijk_plan_figures_of (WijkState *state);

G_END_DECLS
