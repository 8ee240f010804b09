/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* People who were at one table of a session (aanwezig). Laptops add their own: the total is the
 * sum. */
#define WIJK_TYPE_ATTENDANCE (wijk_attendance_get_type ())
G_DECLARE_FINAL_TYPE (WijkAttendance, wijk_attendance, WIJK, ATTENDANCE, WijkRecord)

struct _WijkAttendance
{
  WijkRecord parent_instance;

  char *session;
  char *table;
  WijkRole role;
  gint64 count;
};

G_END_DECLS
