/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* One thing that dots can be given to in a ballot. */
#define WIJK_TYPE_OPTION (wijk_option_get_type ())
G_DECLARE_FINAL_TYPE (WijkOption, wijk_option, WIJK, OPTION, WijkRecord)

struct _WijkOption
{
  WijkRecord parent_instance;

  char *place;
  char *ballot;
  char *title;
  char *about;
};

G_END_DECLS
