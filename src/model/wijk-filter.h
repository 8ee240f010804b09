/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* A filter of remarks that is kept under a name. Only for who writes the plan. */
#define WIJK_TYPE_FILTER (wijk_filter_get_type ())
G_DECLARE_FINAL_TYPE (WijkFilter, wijk_filter, WIJK, FILTER, WijkRecord)

struct _WijkFilter
{
  WijkRecord parent_instance;

  char *place;
  char *title;
  char *query;
};

G_END_DECLS
