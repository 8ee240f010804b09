/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* A version of the plan: frozen, numbered from 1. */
#define WIJK_TYPE_VERSION (wijk_version_get_type ())
G_DECLARE_FINAL_TYPE (WijkVersion, wijk_version, WIJK, VERSION, WijkRecord)

struct _WijkVersion
{
  WijkRecord parent_instance;

  gint64 number;
  char *date;
  char *label;
  WijkVersionStatus status;
  char *summary;
  char *reason;
  char *author;
  GPtrArray *files;
};

G_END_DECLS
