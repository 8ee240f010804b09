/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* A group above remarks that say the same; the originals stay. */
#define WIJK_TYPE_CLUSTER (wijk_cluster_get_type ())
G_DECLARE_FINAL_TYPE (WijkCluster, wijk_cluster, WIJK, CLUSTER, WijkRecord)

struct _WijkCluster
{
  WijkRecord parent_instance;

  char *place;
  char *title;
  WijkOutcome outcome;
  char *reason;
  gint64 agree, disagree; /* people, where it was asked */
  GPtrArray *opposes;     /* remarks and clusters that say the opposite */
};

G_END_DECLS
