/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* How many people live in an area, as published (peildatum: date). Without a label: all. */
#define WIJK_TYPE_POPULATION (wijk_population_get_type ())
G_DECLARE_FINAL_TYPE (WijkPopulation, wijk_population, WIJK, POPULATION, WijkRecord)

struct _WijkPopulation
{
  WijkRecord parent_instance;

  char *area_code;
  char *label;
  gint64 count;
  char *date;
  char *publisher;
};

G_END_DECLS
