/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* A priority (prioriteit) of the plan; its place is its rank. */
#define WIJK_TYPE_PRIORITY (wijk_priority_get_type ())
G_DECLARE_FINAL_TYPE (WijkPriority, wijk_priority, WIJK, PRIORITY, WijkRecord)

struct _WijkPriority
{
  WijkRecord parent_instance;

  char *place;
  char *title;
  char *goal;
  gint64 first_year;
  gint64 last_year;
  char *owner;
  GPtrArray *partners;
  GPtrArray *aspects;
  WijkWorkStatus status;
  GPtrArray *origin;
  gboolean no_origin;
};

G_END_DECLS
