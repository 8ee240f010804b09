/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-count.h"

#include <glib/gi18n.h>

#include "wijk-remark-answer.h"
#include "wijk-rules.h"

static void
count_for (GHashTable *counts, const char *id, gboolean is_owed)
{
  WijkRemarkCount *count = g_hash_table_lookup (counts, id);

  if (count == NULL)
    {
      count = g_new0 (WijkRemarkCount, 1);
      g_hash_table_insert (counts, g_strdup (id), count);
    }
  count->n_remarks++;
  count->n_owed += is_owed;
}

GHashTable *
wijk_remark_count_by (WijkState *state, WijkKind kind)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  WijkRecordList *list = wijk_state_get_list (state, WIJK_KIND_REMARK);
  GHashTable *parts = wijk_remark_collect_parts (state);

  for (guint i = 0; i < wijk_record_list_get_length (list); i++)
    {
      WijkRemark *remark = WIJK_REMARK (wijk_record_list_get (list, i));
      gboolean is_owed;

      if (!wijk_remark_is_counted (remark, state))
        continue;
      is_owed = wijk_remark_is_owed (remark, state, parts);
      if (kind == WIJK_KIND_SESSION && remark->session != NULL)
        count_for (counts, remark->session, is_owed);
      for (guint j = 0;
           kind == WIJK_KIND_THEME && remark->themes != NULL && j < remark->themes->len;
           j++)
        count_for (counts, remark->themes->pdata[j], is_owed);
    }
  g_clear_pointer (&parts, g_hash_table_unref);

  return counts;
}

char *
wijk_remark_count_describe (const WijkRemarkCount *count)
{
  g_autofree char *remarks = NULL;

  if (count == NULL || count->n_remarks == 0)
    return g_strdup (_ ("No remarks"));
  remarks = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u remark", "%u remarks", count->n_remarks), count->n_remarks);
  if (count->n_owed == 0)
    return g_steal_pointer (&remarks);

  /* Translators: “12 remarks, 3 to be answered” */
  return g_strdup_printf (_ ("%s, %u to be answered"), remarks, count->n_owed);
}
