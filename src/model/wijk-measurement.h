/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-record.h"

G_BEGIN_DECLS

/* The value of an indicator on a day. */
#define WIJK_TYPE_MEASUREMENT (wijk_measurement_get_type ())
G_DECLARE_FINAL_TYPE (WijkMeasurement, wijk_measurement, WIJK, MEASUREMENT, WijkRecord)

struct _WijkMeasurement
{
  WijkRecord parent_instance;

  char *indicator;
  char *date;
  char *value;
};

G_END_DECLS
