/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-choices.h"

G_BEGIN_DECLS

/* The four outcomes of an answer, of which one or none is chosen. Signal "chosen" (uint:
 * WijkOutcome, unset when the chosen one is pressed again): by a person. */
#define WIJK_TYPE_OUTCOME_BUTTONS (wijk_outcome_buttons_get_type ())
G_DECLARE_FINAL_TYPE (WijkOutcomeButtons, wijk_outcome_buttons, WIJK, OUTCOME_BUTTONS, GtkWidget)

WijkOutcome wijk_outcome_buttons_get_outcome (WijkOutcomeButtons *self);
void wijk_outcome_buttons_set_outcome (WijkOutcomeButtons *self, WijkOutcome outcome);

/* As if a person pressed it. */
void wijk_outcome_buttons_press (WijkOutcomeButtons *self, WijkOutcome outcome);

G_END_DECLS
