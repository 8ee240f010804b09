/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-entry.h"

#include "wijk-area.h"

struct _WijkPlanEntry
{
  GObject parent_instance;

  WijkSummary *summary;
};

G_DEFINE_FINAL_TYPE (WijkPlanEntry, wijk_plan_entry, G_TYPE_OBJECT)

static gboolean
is_same_strv (GStrv a, GStrv b)
{
  return a == b || (a != NULL && b != NULL &&
                    g_strv_equal ((const char *const *) a, (const char *const *) b));
}

static gboolean
is_same (const WijkSummary *a, const WijkSummary *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->kind, b->kind) == 0 &&
         g_strcmp0 (a->area_name, b->area_name) == 0 &&
         is_same_strv (a->area_codes, b->area_codes) &&
         g_strcmp0 (a->parent_code, b->parent_code) == 0 && a->first_year == b->first_year &&
         a->last_year == b->last_year && a->version == b->version &&
         g_strcmp0 (a->version_status, b->version_status) == 0 &&
         a->tally.n_remarks == b->tally.n_remarks && a->tally.n_answered == b->tally.n_answered &&
         a->last_change == b->last_change && a->read_only == b->read_only &&
         g_strcmp0 (a->error, b->error) == 0;
}

static void
wijk_plan_entry_finalize (GObject *object)
{
  WijkPlanEntry *self = WIJK_PLAN_ENTRY (object);

  wijk_summary_free (self->summary);

  G_OBJECT_CLASS (wijk_plan_entry_parent_class)->finalize (object);
}

static void
wijk_plan_entry_class_init (WijkPlanEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_plan_entry_finalize;
}

static void
wijk_plan_entry_init (WijkPlanEntry *self)
{
}

WijkPlanEntry *
wijk_plan_entry_new (WijkSummary *summary)
{
  WijkPlanEntry *self = g_object_new (WIJK_TYPE_PLAN_ENTRY, NULL);

  self->summary = summary;

  return self;
}

const WijkSummary *
wijk_plan_entry_get_summary (WijkPlanEntry *self)
{
  g_return_val_if_fail (WIJK_IS_PLAN_ENTRY (self), NULL);

  return self->summary;
}

const char *
wijk_plan_entry_get_district (WijkPlanEntry *self)
{
  const WijkSummary *summary;
  const WijkArea *area = NULL;

  g_return_val_if_fail (WIJK_IS_PLAN_ENTRY (self), NULL);

  summary = self->summary;
  if (summary->area_codes != NULL && summary->area_codes[0] != NULL)
    area = wijk_area_lookup_code (summary->area_codes[0]);
  if (area == NULL && summary->parent_code != NULL)
    area = wijk_area_lookup_code (summary->parent_code);
  if (area == NULL)
    return NULL;

  return area->level == WIJK_AREA_DISTRICT ? area->code : area->parent_code;
}

guint
wijk_plan_entry_get_n_owed (WijkPlanEntry *self)
{
  g_return_val_if_fail (WIJK_IS_PLAN_ENTRY (self), 0);

  return self->summary->tally.n_remarks - self->summary->tally.n_answered;
}

gboolean
wijk_plan_entry_take (WijkPlanEntry *self, WijkSummary *summary)
{
  gboolean differs;

  g_return_val_if_fail (WIJK_IS_PLAN_ENTRY (self), FALSE);

  differs = !is_same (self->summary, summary);
  wijk_summary_free (self->summary);
  self->summary = summary;

  return differs;
}
