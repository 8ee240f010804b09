/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-report-answer.h"

#include <string.h>

gboolean
wijk_report_is_counted (JsonObject *remark)
{
  return !wijk_plan_data_peek (remark, "withdrawn") && !wijk_plan_data_peek (remark, "part-of");
}

static gboolean
take_answer (JsonObject *record, WijkAnswer *answer)
{
  const char *outcome = wijk_plan_data_peek (record, "outcome");
  const char *reason = wijk_plan_data_peek (record, "reason");

  if (!outcome || !*outcome || !reason || !*reason)
    return FALSE;
  answer->outcome = outcome;
  answer->reason = reason;
  return TRUE;
}

gboolean
wijk_report_find_answer (const WijkReport *self, JsonObject *remark, WijkAnswer *answer)
{
  const char *id = wijk_plan_data_peek (remark, "cluster");
  JsonObject *cluster = id ? g_hash_table_lookup (self->clusters, id) : NULL;

  *answer = (WijkAnswer) { 0 };
  if (take_answer (remark, answer))
    return TRUE;
  if (!cluster || !take_answer (cluster, answer))
    return FALSE;
  answer->cluster = cluster;
  return TRUE;
}

GPtrArray *
wijk_report_get_parts (const WijkReport *self, JsonObject *remark)
{
  const char *id = wijk_plan_data_peek (remark, "id");

  return id ? g_hash_table_lookup (self->parts, id) : NULL;
}

gboolean
wijk_report_is_answered (const WijkReport *self, JsonObject *remark)
{
  GPtrArray *list = wijk_report_get_parts (self, remark);
  WijkAnswer answer;

  if (wijk_report_find_answer (self, remark, &answer))
    return TRUE;
  for (guint i = 0; list && i < list->len; i++)
    if (!wijk_report_find_answer (self, g_ptr_array_index (list, i), &answer))
      return FALSE;
  return list != NULL;
}

char *
wijk_report_dup_label (JsonObject *remark)
{
  char *label = wijk_plan_data_text (remark, "label");
  gint64 number = wijk_plan_data_int (remark, "number");

  if (!label && number > 0)
    label = g_strdup_printf ("R-%" G_GINT64_FORMAT, number);
  return label ? label : g_strdup ("–");
}

WijkTotals
wijk_report_add_up (WijkReport *self)
{
  WijkTotals totals = { 0 };

  for (guint i = 0; i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);

      if (wijk_plan_data_peek (remark, "withdrawn"))
        totals.withdrawn++;
      if (!wijk_report_is_counted (remark))
        continue;
      totals.counted++;
      totals.people += CLAMP (wijk_plan_data_int (remark, "count"), 1, 1000000);
      totals.unanswered += !wijk_report_is_answered (self, remark);
    }
  return totals;
}

/* A remark of several parts counts for the answer of the whole, or else of its first part. */
const char *
wijk_report_find_outcome (WijkReport *self, JsonObject *remark)
{
  GPtrArray *list = wijk_report_get_parts (self, remark);
  WijkAnswer answer;

  if (wijk_report_find_answer (self, remark, &answer))
    return answer.outcome;
  if (list && wijk_report_is_answered (self, remark) &&
      wijk_report_find_answer (self, g_ptr_array_index (list, 0), &answer))
    return answer.outcome;
  return NULL;
}

char *
wijk_report_join_labels (GPtrArray *remarks)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    {
      g_autofree char *label = wijk_report_dup_label (g_ptr_array_index (remarks, i));

      g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "", label);
    }
  return g_string_free (labels, FALSE);
}

static void
add_opposed (WijkReport *self, const char *id, JsonObject *record)
{
  GPtrArray *list = g_hash_table_lookup (self->opposed, id);

  if (!list)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->opposed, (gpointer) id, list);
    }
  if (!g_ptr_array_find (list, record, NULL))
    g_ptr_array_add (list, record);
}

/* What says the opposite is opposed as well: it shows on both sides. */
static void
index_opposed (WijkReport *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      JsonObject *record = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) ids = wijk_plan_data_texts (record, "opposes");
      const char *own = wijk_plan_data_peek (record, "id");

      for (guint k = 0; own && k < ids->len; k++)
        {
          const char *id = g_ptr_array_index (ids, k);
          JsonObject *other = g_hash_table_lookup (self->remarks_by_id, id);

          other = other ? other : g_hash_table_lookup (self->clusters, id);
          if (!other || other == record || wijk_plan_data_peek (other, "withdrawn") ||
              wijk_plan_data_peek (record, "withdrawn"))
            continue;
          add_opposed (self, own, other);
          add_opposed (self, wijk_plan_data_peek (other, "id"), record);
        }
    }
}

GPtrArray *
wijk_report_get_opposed (WijkReport *self, JsonObject *record)
{
  const char *id = wijk_plan_data_peek (record, "id");

  if (!self->opposed)
    {
      g_autoptr (GPtrArray) clusters = wijk_plan_data_objects (self->plan, "clusters");

      self->opposed =
          g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
      index_opposed (self, self->remarks);
      index_opposed (self, clusters);
    }
  return id ? g_hash_table_lookup (self->opposed, id) : NULL;
}
