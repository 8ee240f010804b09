/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-figures.h"

#include <glib/gi18n.h>

#include "wijk-amount.h"
#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-measure.h"
#include "wijk-remark.h"
#include "wijk-rules.h"

/* ---- where it comes from ---- */

static void
add_remark (GHashTable *remarks, WijkRemark *remark)
{
  if (remark != NULL && remark->withdrawn == NULL)
    g_hash_table_add (remarks, remark);
}

static void
add_remarks_of_clusters (WijkState *state, GHashTable *clusters, GHashTable *remarks)
{
  WijkRecordList *all = wijk_state_get_list (state, WIJK_KIND_REMARK);

  if (g_hash_table_size (clusters) == 0)
    return;

  for (guint i = 0; i < wijk_record_list_get_length (all); i++)
    {
      WijkRemark *remark = WIJK_REMARK (wijk_record_list_get (all, i));

      if (remark->cluster != NULL && g_hash_table_contains (clusters, remark->cluster))
        add_remark (remarks, remark);
    }
}

static void
count_origin (WijkPriorityFigures *self, WijkPriority *priority, WijkState *state)
{
  g_autoptr (GHashTable) remarks = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) clusters = g_hash_table_new (g_str_hash, g_str_equal);

  self->has_origin = wijk_priority_has_origin (priority, state);
  for (guint i = 0; priority->origin != NULL && i < priority->origin->len; i++)
    {
      char *id = g_ptr_array_index (priority->origin, i);
      WijkRecord *record = wijk_state_lookup (state, id);

      if (record == NULL || wijk_record_is_deleted (record))
        continue;
      if (WIJK_IS_REMARK (record))
        add_remark (remarks, WIJK_REMARK (record));
      else if (wijk_record_get_kind (record) == WIJK_KIND_CLUSTER)
        g_hash_table_add (clusters, id);
      else if (wijk_record_get_kind (record) == WIJK_KIND_QUOTE)
        self->n_quotes++;
    }
  add_remarks_of_clusters (state, clusters, remarks);
  self->n_remarks = g_hash_table_size (remarks);
}

/* ---- money ---- */

void
wijk_priority_figures_add_amounts (WijkPriorityFigures *self, WijkState *state, const char *of)
{
  WijkRecordList *amounts = wijk_state_get_list (state, WIJK_KIND_AMOUNT);

  for (guint i = 0; i < wijk_record_list_get_length (amounts); i++)
    {
      WijkAmount *amount = WIJK_AMOUNT (wijk_record_list_get (amounts, i));

      if (g_strcmp0 (amount->of, of) != 0 || amount->cents == WIJK_UNSET)
        continue;
      self->cents[amount->kind] += amount->cents;
      self->has_amounts[amount->kind] = TRUE;
    }
}

WijkPriorityFigures
wijk_priority_figures_of (WijkPriority *priority, WijkState *state)
{
  WijkPriorityFigures self = { 0 };
  const char *id = wijk_record_get_id (WIJK_RECORD (priority));
  g_autoptr (GPtrArray) measures =
      wijk_state_dup_children (state, WIJK_KIND_MEASURE, "priority", id);

  count_origin (&self, priority, state);
  self.n_measures = measures->len;
  wijk_priority_figures_add_amounts (&self, state, id);
  for (guint i = 0; i < measures->len; i++)
    wijk_priority_figures_add_amounts (
        &self, state, wijk_record_get_id (g_ptr_array_index (measures, i)));

  return self;
}

/* ---- in words ---- */

char *
wijk_priority_figures_describe_origin (const WijkPriorityFigures *self, WijkPriority *priority)
{
  if (self->n_remarks > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "From %u remark", "From %u remarks", self->n_remarks),
        self->n_remarks);
  if (self->n_quotes > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "From %u quote", "From %u quotes", self->n_quotes),
        self->n_quotes);
  if (priority->no_origin)
    return g_strdup (_ ("No residents’ input"));

  return g_strdup (self->has_origin ? _ ("From a group without remarks") : _ ("Origin missing"));
}

static const char *
label_horizon (WijkHorizon horizon)
{
  switch (horizon)
    {
    case WIJK_HORIZON_SHORT:
      return _ ("short term");
    case WIJK_HORIZON_MIDDLE:
      return _ ("medium term");
    case WIJK_HORIZON_LONG:
      return _ ("long term");
    case WIJK_HORIZON_NONE:
    default:
      return NULL;
    }
}

char *
wijk_priority_describe_period (WijkPriority *priority, WijkState *state)
{
  WijkPlan *plan = wijk_state_get_plan (state);
  g_autofree char *years = wijk_ui_format_years (priority->first_year, priority->last_year);
  const char *band = NULL;

  if (plan != NULL)
    band = label_horizon (wijk_horizon_of (plan->kind, plan->first_year, priority->last_year));
  if (*years == '\0')
    return g_strdup (_ ("No period"));

  return band != NULL ? g_strdup_printf ("%s · %s", years, band) : g_steal_pointer (&years);
}
