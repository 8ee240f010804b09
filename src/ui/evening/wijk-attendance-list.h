/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"

G_BEGIN_DECLS

/* How many people were there, by table and role: entries of all laptops make one total. */
#define WIJK_TYPE_ATTENDANCE_LIST (wijk_attendance_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkAttendanceList, wijk_attendance_list, WIJK, ATTENDANCE_LIST, GtkBox)

/* Once. */
void wijk_attendance_list_set_hall (WijkAttendanceList *self, WijkHall *hall);

G_END_DECLS
