/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-state.h"

/* Plans of random content in which everything occurs that can stand in a plan: all kinds and
 * fields, links to what is there, gone or unknown, rings of places, fields of newer programs. */

/* A text that stands in every personal field. */
#define SAMPLE_PERSONAL "Wilhelmina"

/* A text that stands in every field that only who writes the plan may see. */
#define SAMPLE_INTERNAL "binnenskamers"

/* The edits of a plan with @n records of most kinds. */
GPtrArray *sample_edits (guint32 seed, guint n);

/* The state that @edits give, taken in in an order that follows from @seed. */
WijkState *sample_state (GPtrArray *edits, guint32 seed);
