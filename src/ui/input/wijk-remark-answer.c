/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-answer.h"

#include "wijk-rules.h"

WijkRemarkAnswer
wijk_remark_find_answer (WijkRemark *self, WijkState *state)
{
  WijkRemarkAnswer answer = { self->outcome, self->reason, NULL };
  WijkCluster *cluster;

  if (answer.outcome != WIJK_OUTCOME_UNSET && answer.reason != NULL)
    return answer;
  cluster = (WijkCluster *) wijk_state_lookup_live (state, self->cluster, WIJK_KIND_CLUSTER);
  if (cluster != NULL && cluster->outcome != WIJK_OUTCOME_UNSET && cluster->reason != NULL)
    answer = (WijkRemarkAnswer) { cluster->outcome, cluster->reason, cluster };

  return answer;
}

GHashTable *
wijk_remark_collect_parts (WijkState *state)
{
  WijkRecordList *remarks = wijk_state_get_list (state, WIJK_KIND_REMARK);
  GHashTable *parts = NULL;

  for (guint i = 0; i < wijk_record_list_get_length (remarks); i++)
    {
      WijkRemark *remark = (WijkRemark *) wijk_record_list_get (remarks, i);
      GPtrArray *siblings;

      if (remark->part_of == NULL || remark->withdrawn != NULL)
        continue;
      if (parts == NULL)
        parts = g_hash_table_new_full (
            g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      siblings = g_hash_table_lookup (parts, remark->part_of);
      if (siblings == NULL)
        {
          siblings = g_ptr_array_new ();
          g_hash_table_insert (parts, g_strdup (remark->part_of), siblings);
        }
      g_ptr_array_add (siblings, remark);
    }

  return parts;
}

static gboolean
has_answers (WijkRemark *self, WijkState *state, GHashTable *parts, guint depth)
{
  const char *id = wijk_record_get_id (WIJK_RECORD (self));
  GPtrArray *own = parts != NULL ? g_hash_table_lookup (parts, id) : NULL;

  if (wijk_remark_is_answered (self, state))
    return TRUE;
  if (own == NULL || depth > WIJK_PARTS_DEPTH)
    return FALSE;
  for (guint i = 0; i < own->len; i++)
    if (!has_answers (own->pdata[i], state, parts, depth + 1))
      return FALSE;

  return TRUE;
}

gboolean
wijk_remark_is_owed (WijkRemark *self, WijkState *state, GHashTable *parts)
{
  return wijk_remark_is_counted (self, state) && !has_answers (self, state, parts, 0);
}
