/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-measure.h"

static const WijkField measure_fields[] = {
  { "priority", WIJK_FIELD_TEXT, offsetof (WijkMeasure, priority), .flags = WIJK_FIELD_LINK },
  { "place", WIJK_FIELD_TEXT, offsetof (WijkMeasure, place), .flags = WIJK_FIELD_PLACE },
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkMeasure, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "text", WIJK_FIELD_TEXT, offsetof (WijkMeasure, text), .flags = WIJK_FIELD_RICH },
  { "start", WIJK_FIELD_DATE, offsetof (WijkMeasure, start), .flags = WIJK_FIELD_MONTH },
  { "ready", WIJK_FIELD_DATE, offsetof (WijkMeasure, ready), .flags = WIJK_FIELD_MONTH },
  { "owner", WIJK_FIELD_TEXT, offsetof (WijkMeasure, owner), .flags = WIJK_FIELD_LINE },
  { "partners", WIJK_FIELD_SET, offsetof (WijkMeasure, partners) },
  { "status",
    WIJK_FIELD_CHOICE,
    offsetof (WijkMeasure, status),
    .choices = wijk_work_status_words },
  { "evidence", WIJK_FIELD_SET, offsetof (WijkMeasure, evidence) },
};

G_DEFINE_FINAL_TYPE (WijkMeasure, wijk_measure, WIJK_TYPE_RECORD)

static void
wijk_measure_class_init (WijkMeasureClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_MEASURE, measure_fields, G_N_ELEMENTS (measure_fields));
}

static void
wijk_measure_init (WijkMeasure *self)
{
}
