/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-attendance.h"

static const WijkField attendance_fields[] = {
  { "session",
    WIJK_FIELD_TEXT,
    offsetof (WijkAttendance, session),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINK },
  { "table", WIJK_FIELD_TEXT, offsetof (WijkAttendance, table), .flags = WIJK_FIELD_LINE },
  { "role", WIJK_FIELD_CHOICE, offsetof (WijkAttendance, role), .choices = wijk_role_words },
  { "count",
    WIJK_FIELD_INT,
    offsetof (WijkAttendance, count),
    .flags = WIJK_FIELD_REQUIRED,
    .min = 1,
    .max = 100000 },
};

G_DEFINE_FINAL_TYPE (WijkAttendance, wijk_attendance, WIJK_TYPE_RECORD)

static void
wijk_attendance_class_init (WijkAttendanceClass *klass)
{
  wijk_record_class_set_fields (WIJK_RECORD_CLASS (klass),
                                WIJK_KIND_ATTENDANCE,
                                attendance_fields,
                                G_N_ELEMENTS (attendance_fields));
}

static void
wijk_attendance_init (WijkAttendance *self)
{
}
