/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-amount.h"

static const WijkField amount_fields[] = {
  { "of",
    WIJK_FIELD_TEXT,
    offsetof (WijkAmount, of),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINK },
  { "kind",
    WIJK_FIELD_CHOICE,
    offsetof (WijkAmount, kind),
    .flags = WIJK_FIELD_REQUIRED,
    .choices = wijk_amount_kind_words },
  { "year",
    WIJK_FIELD_INT,
    offsetof (WijkAmount, year),
    .flags = WIJK_FIELD_REQUIRED,
    .min = 1900,
    .max = 2200 },
  { "cents",
    WIJK_FIELD_INT,
    offsetof (WijkAmount, cents),
    .flags = WIJK_FIELD_REQUIRED,
    .min = G_GINT64_CONSTANT (-100000000000000),
    .max = G_GINT64_CONSTANT (100000000000000) },
  { "from", WIJK_FIELD_TEXT, offsetof (WijkAmount, from), .flags = WIJK_FIELD_LINE },
};

G_DEFINE_FINAL_TYPE (WijkAmount, wijk_amount, WIJK_TYPE_RECORD)

static void
wijk_amount_class_init (WijkAmountClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_AMOUNT, amount_fields, G_N_ELEMENTS (amount_fields));
}

static void
wijk_amount_init (WijkAmount *self)
{
}
