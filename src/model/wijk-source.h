/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-record.h"

G_BEGIN_DECLS

/* A linked PDF (bron). The file is a copy in the plan's own folder, named by its hash. */
#define WIJK_TYPE_SOURCE (wijk_source_get_type ())
G_DECLARE_FINAL_TYPE (WijkSource, wijk_source, WIJK, SOURCE, WijkRecord)

struct _WijkSource
{
  WijkRecord parent_instance;

  char *title;
  char *publisher;
  char *date;
  char *file_name;
  char *sha256;
  gint64 pages;
  char *from;
  gboolean public;
};

G_END_DECLS
