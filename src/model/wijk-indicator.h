/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-record.h"

G_BEGIN_DECLS

/* What a priority is measured by. */
#define WIJK_TYPE_INDICATOR (wijk_indicator_get_type ())
G_DECLARE_FINAL_TYPE (WijkIndicator, wijk_indicator, WIJK, INDICATOR, WijkRecord)

struct _WijkIndicator
{
  WijkRecord parent_instance;

  char *of;
  char *title;
  char *unit;
  char *baseline;
  char *target;
  char *target_date;
};

G_END_DECLS
