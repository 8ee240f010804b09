/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Gives @row the statuses of work to choose from, each with its icon, its word and a name for who
 * hears it. The chosen row's position is the WijkWorkStatus. */
void wijk_priority_status_prepare (AdwComboRow *row);

G_END_DECLS
