/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-record.h"

G_BEGIN_DECLS

/* A note between authors; never published. */
#define WIJK_TYPE_COMMENT (wijk_comment_get_type ())
G_DECLARE_FINAL_TYPE (WijkComment, wijk_comment, WIJK, COMMENT, WijkRecord)

struct _WijkComment
{
  WijkRecord parent_instance;

  char *of;
  char *anchor;
  char *text;
  char *author;
  gboolean resolved;
};

G_END_DECLS
