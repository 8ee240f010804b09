/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"

G_BEGIN_DECLS

/* What the hall sees: on the projector itself, or the same in small for the facilitator. New cards
 * appear gently, unless the desktop asks for no motion; a wall that is full turns its pages. */
#define WIJK_TYPE_PROJECTION_VIEW (wijk_projection_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkProjectionView, wijk_projection_view, WIJK, PROJECTION_VIEW, GtkWidget)

/* @is_projector: it says how large the hall's screen is; others show that in their own size. */
GtkWidget *wijk_projection_view_new (WijkHall *hall, gboolean is_projector);

G_END_DECLS
