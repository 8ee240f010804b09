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
  char *table; /* at the session */
  WijkRole role;
  char *area_code;
  gint64 count;
  gint64 agree, disagree; /* people, where it was asked */
  GPtrArray *opposes;     /* remarks and clusters that say the opposite */
  GPtrArray *themes;
  GPtrArray *aspects;
  GPtrArray *partners; /* organisations that it is about */
  char *cluster;
  char *part_of;
  char *stakeholder;
  WijkOutcome outcome;
  char *reason;
  char *withdrawn;
  GPtrArray *distinct; /* remarks that look alike and are not the same, as somebody decided */
  WijkWall wall;
  char *wall_reason;
  char *scan; /* the source it was read from, with the place on it as in a quote */
  gint64 scan_page;
  char *scan_rectangle;
};

G_END_DECLS
