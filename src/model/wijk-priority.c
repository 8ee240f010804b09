/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority.h"

static const WijkField priority_fields[] = {
  { "place", WIJK_FIELD_TEXT, offsetof (WijkPriority, place), .flags = WIJK_FIELD_PLACE },
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkPriority, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "goal", WIJK_FIELD_TEXT, offsetof (WijkPriority, goal) },
  { "first-year", WIJK_FIELD_INT, offsetof (WijkPriority, first_year), .min = 1900, .max = 2200 },
  { "last-year", WIJK_FIELD_INT, offsetof (WijkPriority, last_year), .min = 1900, .max = 2200 },
  { "owner", WIJK_FIELD_TEXT, offsetof (WijkPriority, owner), .flags = WIJK_FIELD_LINE },
  { "partners", WIJK_FIELD_SET, offsetof (WijkPriority, partners) },
  { "aspects", WIJK_FIELD_SET, offsetof (WijkPriority, aspects), .choices = wijk_aspect_words },
  { "status",
    WIJK_FIELD_CHOICE,
    offsetof (WijkPriority, status),
    .choices = wijk_work_status_words },
  { "origin", WIJK_FIELD_SET, offsetof (WijkPriority, origin), .flags = WIJK_FIELD_LINK },
  { "no-origin", WIJK_FIELD_BOOL, offsetof (WijkPriority, no_origin) },
};

G_DEFINE_FINAL_TYPE (WijkPriority, wijk_priority, WIJK_TYPE_RECORD)

static void
wijk_priority_class_init (WijkPriorityClass *klass)
{
  wijk_record_class_set_fields (WIJK_RECORD_CLASS (klass),
                                WIJK_KIND_PRIORITY,
                                priority_fields,
                                G_N_ELEMENTS (priority_fields));
}

static void
wijk_priority_init (WijkPriority *self)
{
}
