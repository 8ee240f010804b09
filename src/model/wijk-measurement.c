/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-measurement.h"

static const WijkField measurement_fields[] = {
  { "indicator",
    WIJK_FIELD_TEXT,
    offsetof (WijkMeasurement, indicator),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINK },
  { "date", WIJK_FIELD_DATE, offsetof (WijkMeasurement, date), .flags = WIJK_FIELD_REQUIRED },
  { "value",
    WIJK_FIELD_TEXT,
    offsetof (WijkMeasurement, value),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
};

G_DEFINE_FINAL_TYPE (WijkMeasurement, wijk_measurement, WIJK_TYPE_RECORD)

static void
wijk_measurement_class_init (WijkMeasurementClass *klass)
{
  wijk_record_class_set_fields (WIJK_RECORD_CLASS (klass),
                                WIJK_KIND_MEASUREMENT,
                                measurement_fields,
                                G_N_ELEMENTS (measurement_fields));
}

static void
wijk_measurement_init (WijkMeasurement *self)
{
}
