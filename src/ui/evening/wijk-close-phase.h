/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"

G_BEGIN_DECLS

/* Closing: what the evening brought, what is still open, and who was there. */
#define WIJK_TYPE_CLOSE_PHASE (wijk_close_phase_get_type ())
G_DECLARE_FINAL_TYPE (WijkClosePhase, wijk_close_phase, WIJK, CLOSE_PHASE, GtkBox)

GtkWidget *wijk_close_phase_new (WijkHall *hall);

G_END_DECLS
