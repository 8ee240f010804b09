/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"

G_BEGIN_DECLS

/* Collecting: the line in which remarks are typed, and what was said last on top below it. Its
 * focus is the line's. */
#define WIJK_TYPE_COLLECT_PHASE (wijk_collect_phase_get_type ())
G_DECLARE_FINAL_TYPE (WijkCollectPhase, wijk_collect_phase, WIJK, COLLECT_PHASE, GtkBox)

GtkWidget *wijk_collect_phase_new (WijkHall *hall);

G_END_DECLS
