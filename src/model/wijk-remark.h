/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* What someone said (reactie), in the words as said. Never deleted: withdrawn with a reason. */
#define WIJK_TYPE_REMARK (wijk_remark_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemark, wijk_remark, WIJK, REMARK, WijkRecord)

struct _WijkRemark
{
  WijkRecord parent_instance;

  gint64 number;
  char *label;
  char *text;
  char *session;
  WijkChannel channel;
  char *date;
  char *area_code;
  gint64 count;
  GPtrArray *themes;
  GPtrArray *aspects;
  char *cluster;
  char *part_of;
  char *stakeholder;
  WijkOutcome outcome;
  char *reason;
  char *withdrawn;
};

G_END_DECLS
