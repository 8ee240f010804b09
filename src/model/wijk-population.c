/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-population.h"

static const WijkField population_fields[] = {
  { "area-code",
    WIJK_FIELD_TEXT,
    offsetof (WijkPopulation, area_code),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE,
    .form = WIJK_FORM_AREA },
  { "label", WIJK_FIELD_TEXT, offsetof (WijkPopulation, label), .flags = WIJK_FIELD_LINE },
  { "count",
    WIJK_FIELD_INT,
    offsetof (WijkPopulation, count),
    .flags = WIJK_FIELD_REQUIRED,
    .min = 0,
    .max = 100000000 },
  { "date", WIJK_FIELD_DATE, offsetof (WijkPopulation, date) },
  { "publisher", WIJK_FIELD_TEXT, offsetof (WijkPopulation, publisher), .flags = WIJK_FIELD_LINE },
};

G_DEFINE_FINAL_TYPE (WijkPopulation, wijk_population, WIJK_TYPE_RECORD)

static void
wijk_population_class_init (WijkPopulationClass *klass)
{
  wijk_record_class_set_fields (WIJK_RECORD_CLASS (klass),
                                WIJK_KIND_POPULATION,
                                population_fields,
                                G_N_ELEMENTS (population_fields));
}

static void
wijk_population_init (WijkPopulation *self)
{
}
