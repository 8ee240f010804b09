/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"

G_BEGIN_DECLS

/* The evening's timer: a ring and digits, and buttons to set it, let it stand still and go on, and
 * give it a minute more. Its start, its last minute and its end are announced; the end may sound.
 */
#define WIJK_TYPE_TIMER_BOX (wijk_timer_box_get_type ())
G_DECLARE_FINAL_TYPE (WijkTimerBox, wijk_timer_box, WIJK, TIMER_BOX, GtkBox)

GtkWidget *wijk_timer_box_new (WijkHall *hall);

G_END_DECLS
