/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-cluster.h"

static const WijkField cluster_fields[] = {
  { "place", WIJK_FIELD_TEXT, offsetof (WijkCluster, place), .flags = WIJK_FIELD_PLACE },
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkCluster, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "outcome", WIJK_FIELD_CHOICE, offsetof (WijkCluster, outcome), .choices = wijk_outcome_words },
  { "reason", WIJK_FIELD_TEXT, offsetof (WijkCluster, reason) },
  { "agree", WIJK_FIELD_INT, offsetof (WijkCluster, agree), .min = 0, .max = 100000 },
  { "disagree", WIJK_FIELD_INT, offsetof (WijkCluster, disagree), .min = 0, .max = 100000 },
  { "opposes", WIJK_FIELD_SET, offsetof (WijkCluster, opposes), .flags = WIJK_FIELD_LINK },
};

G_DEFINE_FINAL_TYPE (WijkCluster, wijk_cluster, WIJK_TYPE_RECORD)

static void
wijk_cluster_class_init (WijkClusterClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_CLUSTER, cluster_fields, G_N_ELEMENTS (cluster_fields));
}

static void
wijk_cluster_init (WijkCluster *self)
{
}
