/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is counted everywhere, and where priorities stand in time. */

#include "config.h"

#include "wijk-rules.h"

#include "wijk-cluster.h"

static WijkRemark *
whole_of (WijkRemark *self, WijkState *state)
{
  return (WijkRemark *) wijk_state_lookup_live (state, self->part_of, WIJK_KIND_REMARK);
}

/* Whether @self stands somewhere above itself, as two laptops together can bring about. */
static gboolean
is_in_ring (WijkRemark *self, WijkState *state)
{
  WijkRemark *up = whole_of (self, state);

  for (guint i = 0; up != NULL && up != self && i < WIJK_PARTS_DEPTH; i++)
    up = whole_of (up, state);

  return up != NULL;
}

gboolean
wijk_remark_is_counted (WijkRemark *self, WijkState *state)
{
  return self->withdrawn == NULL && !wijk_record_is_deleted (WIJK_RECORD (self)) &&
         (whole_of (self, state) == NULL || is_in_ring (self, state));
}

gboolean
wijk_remark_is_answered (WijkRemark *self, WijkState *state)
{
  WijkCluster *cluster;

  if (self->outcome != WIJK_OUTCOME_UNSET && self->reason != NULL)
    return TRUE;
  cluster = (WijkCluster *) wijk_state_lookup_live (state, self->cluster, WIJK_KIND_CLUSTER);

  return cluster != NULL && cluster->outcome != WIJK_OUTCOME_UNSET && cluster->reason != NULL;
}

/* The parts of each split remark: id -> GPtrArray of WijkRemark; NULL where nothing was split. */
static GHashTable *
collect_parts (WijkRecordList *remarks)
{
  GHashTable *parts = NULL;

  for (guint i = 0; i < wijk_record_list_get_length (remarks); i++)
    {
      WijkRemark *remark = (WijkRemark *) wijk_record_list_get (remarks, i);
      GPtrArray *siblings;

      if (remark->part_of == NULL || remark->withdrawn != NULL)
        continue;
      if (parts == NULL)
        parts = g_hash_table_new_full (
            g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
      siblings = g_hash_table_lookup (parts, remark->part_of);
      if (siblings == NULL)
        {
          siblings = g_ptr_array_new ();
          g_hash_table_insert (parts, remark->part_of, siblings);
        }
      g_ptr_array_add (siblings, remark);
    }

  return parts;
}

/* Answered itself, or in all its parts. */
static gboolean
has_answers (WijkState *state, GHashTable *parts, WijkRemark *remark, guint depth)
{
  const char *id = wijk_record_get_id (WIJK_RECORD (remark));
  GPtrArray *own = parts != NULL ? g_hash_table_lookup (parts, id) : NULL;

  if (wijk_remark_is_answered (remark, state))
    return TRUE;
  if (own == NULL || depth > WIJK_PARTS_DEPTH)
    return FALSE;
  for (guint i = 0; i < own->len; i++)
    if (!has_answers (state, parts, own->pdata[i], depth + 1))
      return FALSE;

  return TRUE;
}

WijkTally
wijk_state_tally (WijkState *state)
{
  WijkRecordList *remarks = wijk_state_get_list (state, WIJK_KIND_REMARK);
  GHashTable *parts = collect_parts (remarks);
  WijkTally tally = { 0 };

  for (guint i = 0; i < wijk_record_list_get_length (remarks); i++)
    {
      WijkRemark *remark = (WijkRemark *) wijk_record_list_get (remarks, i);

      tally.n_withdrawn += remark->withdrawn != NULL;
      if (!wijk_remark_is_counted (remark, state))
        continue;
      tally.n_remarks++;
      tally.n_people += remark->count != WIJK_UNSET ? (guint) remark->count : 1;
      tally.n_answered += has_answers (state, parts, remark, 0);
    }
  g_clear_pointer (&parts, g_hash_table_unref);

  return tally;
}

WijkHorizon
wijk_horizon_of (WijkPlanKind kind, gint64 plan_first_year, gint64 last_year)
{
  gint64 year;

  if (plan_first_year == WIJK_UNSET || last_year == WIJK_UNSET)
    return WIJK_HORIZON_NONE;
  year = last_year - plan_first_year + 1; /* the first year of the plan is 1 */
  if (kind == WIJK_PLAN_WIJKVISIE)
    return year <= 5 ? WIJK_HORIZON_SHORT : year <= 10 ? WIJK_HORIZON_MIDDLE : WIJK_HORIZON_LONG;

  return year <= 1 ? WIJK_HORIZON_SHORT : year <= 3 ? WIJK_HORIZON_MIDDLE : WIJK_HORIZON_LONG;
}

gboolean
wijk_priority_has_origin (WijkPriority *self, WijkState *state)
{
  if (self->no_origin)
    return TRUE;
  for (guint i = 0; self->origin != NULL && i < self->origin->len; i++)
    {
      WijkRecord *record = wijk_state_lookup (state, self->origin->pdata[i]);

      if (record != NULL && !wijk_record_is_deleted (record))
        return TRUE;
    }

  return FALSE;
}
