/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-record.h"

G_BEGIN_DECLS

/* A theme (thema) that remarks are about; themes form a tree. */
#define WIJK_TYPE_THEME (wijk_theme_get_type ())
G_DECLARE_FINAL_TYPE (WijkTheme, wijk_theme, WIJK, THEME, WijkRecord)

struct _WijkTheme
{
  WijkRecord parent_instance;

  char *place;
  char *name;
  char *colour;
  char *icon;
};

G_END_DECLS
