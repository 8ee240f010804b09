/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"

G_BEGIN_DECLS

/* The facilitator's desk beside each phase: what the hall sees in small, what it is to see, the
 * timer, what comes next, and the remarks to look at. Signal "done": something was done here, and
 * the focus may go back to the line. */
#define WIJK_TYPE_HALL_DESK (wijk_hall_desk_get_type ())
G_DECLARE_FINAL_TYPE (WijkHallDesk, wijk_hall_desk, WIJK, HALL_DESK, GtkBox)

GtkWidget *wijk_hall_desk_new (WijkHall *hall);

/* Of the first remark to look at. */
void wijk_hall_desk_show_first (WijkHallDesk *self);
void wijk_hall_desk_hide_first (WijkHallDesk *self);

G_END_DECLS
