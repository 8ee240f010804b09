/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"

G_BEGIN_DECLS

/* Preparing: the questions, the parts of the evening, and whether all is there. */
#define WIJK_TYPE_PREPARE_PHASE (wijk_prepare_phase_get_type ())
G_DECLARE_FINAL_TYPE (WijkPreparePhase, wijk_prepare_phase, WIJK, PREPARE_PHASE, GtkBox)

GtkWidget *wijk_prepare_phase_new (WijkHall *hall);

G_END_DECLS
