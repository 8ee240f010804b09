/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-reach.h"

G_BEGIN_DECLS

/* Puts what the plan knows of its people into @self: the newest figures of each area. */
void wijk_reach_add_population (WijkReach *self, WijkState *state);

G_END_DECLS
