/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-weight.h"

static const WijkField weight_fields[] = {
  { "of",
    WIJK_FIELD_TEXT,
    offsetof (WijkWeight, of),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINK },
  { "aspect",
    WIJK_FIELD_CHOICE,
    offsetof (WijkWeight, aspect),
    .flags = WIJK_FIELD_REQUIRED,
    .choices = wijk_aspect_words },
  { "value", WIJK_FIELD_INT, offsetof (WijkWeight, value), .min = 0, .max = 100 },
  { "reason", WIJK_FIELD_TEXT, offsetof (WijkWeight, reason) },
};

G_DEFINE_FINAL_TYPE (WijkWeight, wijk_weight, WIJK_TYPE_RECORD)

static void
wijk_weight_class_init (WijkWeightClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_WEIGHT, weight_fields, G_N_ELEMENTS (weight_fields));
}

static void
wijk_weight_init (WijkWeight *self)
{
}
