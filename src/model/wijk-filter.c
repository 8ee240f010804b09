/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-filter.h"

static const WijkField filter_fields[] = {
  { "place", WIJK_FIELD_TEXT, offsetof (WijkFilter, place), .flags = WIJK_FIELD_PLACE },
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkFilter, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "query", WIJK_FIELD_TEXT, offsetof (WijkFilter, query), .flags = WIJK_FIELD_REQUIRED },
};

G_DEFINE_FINAL_TYPE (WijkFilter, wijk_filter, WIJK_TYPE_RECORD)

static void
wijk_filter_class_init (WijkFilterClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_FILTER, filter_fields, G_N_ELEMENTS (filter_fields));
}

static void
wijk_filter_init (WijkFilter *self)
{
}
