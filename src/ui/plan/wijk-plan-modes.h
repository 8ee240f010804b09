/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* What fills the window of a plan: the plan itself, or an evening that runs. Property "plan"
 * (GtkWidget): the former. */
#define WIJK_TYPE_PLAN_MODES (wijk_plan_modes_get_type ())
G_DECLARE_FINAL_TYPE (WijkPlanModes, wijk_plan_modes, WIJK, PLAN_MODES, AdwBin)

/* @session: an id; one that is gone does nothing. */
void wijk_plan_modes_begin (WijkPlanModes *self, WijkDocument *document, const char *session);

/* Begins the evening that goes on here, or today's, unless there is one already. */
void wijk_plan_modes_start (WijkPlanModes *self, WijkDocument *document);

/* Back to the plan; what is kept of the evening stays. */
void wijk_plan_modes_leave (WijkPlanModes *self);

gboolean wijk_plan_modes_has_evening (WijkPlanModes *self);

/* To the next phase of the evening, or the previous one. FALSE: there is no evening. */
gboolean wijk_plan_modes_step (WijkPlanModes *self, gboolean forward);

G_END_DECLS
