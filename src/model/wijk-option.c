/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-option.h"

static const WijkField option_fields[] = {
  { "place", WIJK_FIELD_TEXT, offsetof (WijkOption, place), .flags = WIJK_FIELD_PLACE },
  { "ballot",
    WIJK_FIELD_TEXT,
    offsetof (WijkOption, ballot),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINK },
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkOption, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "about", WIJK_FIELD_TEXT, offsetof (WijkOption, about), .flags = WIJK_FIELD_LINK },
};

G_DEFINE_FINAL_TYPE (WijkOption, wijk_option, WIJK_TYPE_RECORD)

static void
wijk_option_class_init (WijkOptionClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_OPTION, option_fields, G_N_ELEMENTS (option_fields));
}

static void
wijk_option_init (WijkOption *self)
{
}
