/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* Money of a priority or measure in one year, in whole cents of a euro. */
#define WIJK_TYPE_AMOUNT (wijk_amount_get_type ())
G_DECLARE_FINAL_TYPE (WijkAmount, wijk_amount, WIJK, AMOUNT, WijkRecord)

struct _WijkAmount
{
  WijkRecord parent_instance;

  char *of;
  WijkAmountKind kind;
  gint64 year;
  gint64 cents;
  char *from;
};

G_END_DECLS
