/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-indicator.h"

static const WijkField indicator_fields[] = {
  { "of",
    WIJK_FIELD_TEXT,
    offsetof (WijkIndicator, of),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINK },
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkIndicator, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "unit", WIJK_FIELD_TEXT, offsetof (WijkIndicator, unit), .flags = WIJK_FIELD_LINE },
  { "baseline", WIJK_FIELD_TEXT, offsetof (WijkIndicator, baseline), .flags = WIJK_FIELD_LINE },
  { "target", WIJK_FIELD_TEXT, offsetof (WijkIndicator, target), .flags = WIJK_FIELD_LINE },
  { "target-date", WIJK_FIELD_DATE, offsetof (WijkIndicator, target_date) },
};

G_DEFINE_FINAL_TYPE (WijkIndicator, wijk_indicator, WIJK_TYPE_RECORD)

static void
wijk_indicator_class_init (WijkIndicatorClass *klass)
{
  wijk_record_class_set_fields (WIJK_RECORD_CLASS (klass),
                                WIJK_KIND_INDICATOR,
                                indicator_fields,
                                G_N_ELEMENTS (indicator_fields));
}

static void
wijk_indicator_init (WijkIndicator *self)
{
}
