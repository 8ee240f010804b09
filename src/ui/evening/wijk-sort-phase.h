/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"

G_BEGIN_DECLS

/* Sorting: the remarks of the session without a theme, one after the other. A digit or a click
 * gives the selected one a theme, and the next one is selected. */
#define WIJK_TYPE_SORT_PHASE (wijk_sort_phase_get_type ())
G_DECLARE_FINAL_TYPE (WijkSortPhase, wijk_sort_phase, WIJK, SORT_PHASE, GtkBox)

GtkWidget *wijk_sort_phase_new (WijkHall *hall);

G_END_DECLS
