/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* A measure (maatregel) that carries out a priority. */
#define WIJK_TYPE_MEASURE (wijk_measure_get_type ())
G_DECLARE_FINAL_TYPE (WijkMeasure, wijk_measure, WIJK, MEASURE, WijkRecord)

struct _WijkMeasure
{
  WijkRecord parent_instance;

  char *priority;
  char *place;
  char *title;
  char *text;
  char *start;
  char *ready;
  char *owner;
  GPtrArray *partners;
  WijkWorkStatus status;
  GPtrArray *evidence;
};

G_END_DECLS
