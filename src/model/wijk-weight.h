/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* How much an aspect weighs in a priority or goal, and why. */
#define WIJK_TYPE_WEIGHT (wijk_weight_get_type ())
G_DECLARE_FINAL_TYPE (WijkWeight, wijk_weight, WIJK, WEIGHT, WijkRecord)

struct _WijkWeight
{
  WijkRecord parent_instance;

  char *of;
  WijkAspect aspect;
  gint64 value;
  char *reason;
};

G_END_DECLS
