/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* A plan: what it is about, where and for which years. There is one, and it is the root of all the
 * rest. */
#define WIJK_TYPE_PLAN (wijk_plan_get_type ())
G_DECLARE_FINAL_TYPE (WijkPlan, wijk_plan, WIJK, PLAN, WijkRecord)

struct _WijkPlan
{
  WijkRecord parent_instance;

  WijkPlanKind kind;
  char *title;
  char *area_name;
  GPtrArray *area_codes;
  char *parent_code;
  gint64 first_year;
  gint64 last_year;
  char *vision;
  GPtrArray *authors;
  char *derived_from;
  gboolean fictional;
  char *keeper;
};

G_END_DECLS
