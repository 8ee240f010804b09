/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-priority.h"
#include "wijk-state.h"

G_BEGIN_DECLS

#define WIJK_N_AMOUNT_KINDS (WIJK_AMOUNT_SPENT + 1)

/* What a priority adds up to: its own and, of money, that of its measures too. */
typedef struct
{
  guint n_remarks; /* linked, or in a linked cluster; each once, withdrawn ones left out */
  guint n_quotes;
  gboolean has_origin; /* or says that it has none */
  guint n_measures;
  gint64 cents[WIJK_N_AMOUNT_KINDS]; /* by WijkAmountKind */
  gboolean has_amounts[WIJK_N_AMOUNT_KINDS];
} WijkPriorityFigures;

WijkPriorityFigures wijk_priority_figures_of (WijkPriority *priority, WijkState *state);

/* Adds the money of @of (a priority or measure) alone. */
void
wijk_priority_figures_add_amounts (WijkPriorityFigures *self, WijkState *state, const char *of);

/* "From 7 remarks", "No residents' input", "Origin missing". */
char *wijk_priority_figures_describe_origin (const WijkPriorityFigures *self,
                                             WijkPriority *priority) G_GNUC_WARN_UNUSED_RESULT;

/* "2027–2029 · medium term"; "No period" while no year is known. */
char *wijk_priority_describe_period (WijkPriority *priority,
                                     WijkState *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
