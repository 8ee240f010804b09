/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan.h"

static const WijkField plan_fields[] = {
  { "kind",
    WIJK_FIELD_CHOICE,
    offsetof (WijkPlan, kind),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_FIXED,
    .choices = wijk_plan_kind_words },
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkPlan, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "area-name",
    WIJK_FIELD_TEXT,
    offsetof (WijkPlan, area_name),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "area-codes", WIJK_FIELD_SET, offsetof (WijkPlan, area_codes), .form = WIJK_FORM_AREA },
  { "parent-code",
    WIJK_FIELD_TEXT,
    offsetof (WijkPlan, parent_code),
    .flags = WIJK_FIELD_LINE,
    .form = WIJK_FORM_AREA },
  { "first-year", WIJK_FIELD_INT, offsetof (WijkPlan, first_year), .min = 1900, .max = 2200 },
  { "last-year", WIJK_FIELD_INT, offsetof (WijkPlan, last_year), .min = 1900, .max = 2200 },
  { "vision", WIJK_FIELD_TEXT, offsetof (WijkPlan, vision) },
  { "authors", WIJK_FIELD_SET, offsetof (WijkPlan, authors) },
  { "derived-from", WIJK_FIELD_TEXT, offsetof (WijkPlan, derived_from), .flags = WIJK_FIELD_LINE },
  { "fictional", WIJK_FIELD_BOOL, offsetof (WijkPlan, fictional) },
  { "keeper",
    WIJK_FIELD_TEXT,
    offsetof (WijkPlan, keeper),
    .flags = WIJK_FIELD_LOCAL | WIJK_FIELD_LINE },
};

G_DEFINE_FINAL_TYPE (WijkPlan, wijk_plan, WIJK_TYPE_RECORD)

static void
wijk_plan_class_init (WijkPlanClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_PLAN, plan_fields, G_N_ELEMENTS (plan_fields));
}

static void
wijk_plan_init (WijkPlan *self)
{
}
