/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-trace.h"

#include "wijk-measure.h"
#include "wijk-mention.h"
#include "wijk-outline.h"
#include "wijk-priority.h"
#include "wijk-remark.h"
#include "wijk-section.h"

static const WijkKind kinds[WIJK_TRACE_N_STAGES] = {
  WIJK_KIND_REMARK,  WIJK_KIND_CLUSTER, WIJK_KIND_THEME,   WIJK_KIND_PRIORITY,
  WIJK_KIND_MEASURE, WIJK_KIND_SECTION, WIJK_KIND_VERSION,
};

/* The stages while they are collected, as sets of records. */
typedef struct
{
  WijkState *state;
  GHashTable *sets[WIJK_TRACE_N_STAGES];
} Tracing;

int
wijk_trace_stage_of (WijkKind kind)
{
  for (int i = 0; i < WIJK_TRACE_N_STAGES; i++)
    if (kinds[i] == kind)
      return i;

  return -1;
}

static void
add (Tracing *t, WijkRecord *record)
{
  int stage = wijk_trace_stage_of (wijk_record_get_kind (record));

  if (stage >= 0)
    g_hash_table_add (t->sets[stage], record);
}

static void
add_id (Tracing *t, const char *id)
{
  WijkRecord *record = id != NULL ? wijk_state_lookup (t->state, id) : NULL;

  if (record != NULL && !wijk_record_is_deleted (record))
    add (t, record);
}

static void
add_ids (Tracing *t, GPtrArray *ids)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    add_id (t, ids->pdata[i]);
}

static gboolean
has (Tracing *t, WijkTraceStage stage, const char *id)
{
  WijkRecord *record = id != NULL ? wijk_state_lookup (t->state, id) : NULL;

  return record != NULL && g_hash_table_contains (t->sets[stage], record);
}

static gboolean
has_any (Tracing *t, GPtrArray *ids)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (has (t, WIJK_TRACE_REMARKS, ids->pdata[i]) || has (t, WIJK_TRACE_CLUSTERS, ids->pdata[i]))
      return TRUE;

  return FALSE;
}

/* ---- from one stage to the next ---- */

/* The remarks of all clusters that were found, and of the theme @theme (NULL: none). */
static void
add_members (Tracing *t, const char *theme)
{
  WijkRecordList *remarks = wijk_state_get_list (t->state, WIJK_KIND_REMARK);

  for (guint i = 0; i < wijk_record_list_get_length (remarks); i++)
    {
      WijkRemark *remark = (WijkRemark *) wijk_record_list_get (remarks, i);

      if (has (t, WIJK_TRACE_CLUSTERS, remark->cluster) ||
          (theme != NULL && wijk_set_contains (remark->themes, theme)))
        add (t, WIJK_RECORD (remark));
    }
}

/* Clusters and themes of the remarks that were found. */
static void
add_groups (Tracing *t, gboolean with_themes)
{
  GHashTableIter iter;
  WijkRemark *remark;

  g_hash_table_iter_init (&iter, t->sets[WIJK_TRACE_REMARKS]);
  while (g_hash_table_iter_next (&iter, (gpointer *) &remark, NULL))
    {
      add_id (t, remark->cluster);
      if (with_themes)
        add_ids (t, remark->themes);
    }
}

/* Priorities that come from the remarks and clusters that were found. */
static void
add_priorities (Tracing *t)
{
  WijkRecordList *priorities = wijk_state_get_list (t->state, WIJK_KIND_PRIORITY);

  for (guint i = 0; i < wijk_record_list_get_length (priorities); i++)
    {
      WijkPriority *priority = (WijkPriority *) wijk_record_list_get (priorities, i);

      if (has_any (t, priority->origin))
        add (t, WIJK_RECORD (priority));
    }
}

static void
add_measures (Tracing *t)
{
  WijkRecordList *measures = wijk_state_get_list (t->state, WIJK_KIND_MEASURE);

  for (guint i = 0; i < wijk_record_list_get_length (measures); i++)
    {
      WijkMeasure *measure = (WijkMeasure *) wijk_record_list_get (measures, i);

      if (has (t, WIJK_TRACE_PRIORITIES, measure->priority))
        add (t, WIJK_RECORD (measure));
    }
}

/* Sections that link to anything that was found, but a theme. */
static void
add_sections (Tracing *t)
{
  WijkRecordList *sections = wijk_state_get_list (t->state, WIJK_KIND_SECTION);

  for (guint i = 0; i < wijk_record_list_get_length (sections); i++)
    {
      WijkRecord *section = wijk_record_list_get (sections, i);
      g_autoptr (GPtrArray) linked = wijk_section_dup_linked (t->state, section);

      for (guint j = 0; j < linked->len; j++)
        {
          int stage = wijk_trace_stage_of (wijk_record_get_kind (linked->pdata[j]));

          if (stage >= 0 && stage != WIJK_TRACE_THEMES &&
              g_hash_table_contains (t->sets[stage], linked->pdata[j]))
            add (t, section);
        }
    }
}

/* Where the priorities that were found come from. */
static void
add_origins (Tracing *t)
{
  GHashTableIter iter;
  WijkPriority *priority;

  g_hash_table_iter_init (&iter, t->sets[WIJK_TRACE_PRIORITIES]);
  while (g_hash_table_iter_next (&iter, (gpointer *) &priority, NULL))
    add_ids (t, priority->origin);
}

/* ---- from each kind ---- */

static void
trace_remark (Tracing *t, WijkRemark *remark)
{
  add_id (t, remark->part_of);
  add_groups (t, TRUE);
  add_priorities (t);
  add_measures (t);
  add_sections (t);
}

static void
trace_cluster (Tracing *t)
{
  add_members (t, NULL);
  add_groups (t, TRUE);
  add_priorities (t);
  add_measures (t);
  add_sections (t);
}

static void
trace_theme (Tracing *t, WijkRecord *theme)
{
  add_members (t, wijk_record_get_id (theme));
  add_groups (t, FALSE);
  add_priorities (t);
  add_measures (t);
  add_sections (t);
}

/* Back from a priority, and on to the sections that tell of it. */
static void
trace_priority (Tracing *t, gboolean with_measures)
{
  if (with_measures)
    add_measures (t);
  add_sections (t);
  add_origins (t);
  add_members (t, NULL);
  add_groups (t, TRUE);
}

static void
trace_section (Tracing *t, WijkRecord *section)
{
  g_autoptr (GPtrArray) linked = wijk_section_dup_linked (t->state, section);

  for (guint i = 0; i < linked->len; i++)
    {
      WijkRecord *record = linked->pdata[i];

      if (WIJK_IS_SECTION (record))
        continue;
      add (t, record);
      if (WIJK_IS_MEASURE (record))
        add_id (t, WIJK_MEASURE (record)->priority);
    }
  add_measures (t);
  add_origins (t);
  add_members (t, NULL);
  add_groups (t, TRUE);
}

static void
trace_record (Tracing *t, WijkRecord *record)
{
  add (t, record);
  if (WIJK_IS_REMARK (record))
    trace_remark (t, WIJK_REMARK (record));
  else if (wijk_record_get_kind (record) == WIJK_KIND_CLUSTER)
    trace_cluster (t);
  else if (wijk_record_get_kind (record) == WIJK_KIND_THEME)
    trace_theme (t, record);
  else if (WIJK_IS_PRIORITY (record))
    trace_priority (t, TRUE);
  else if (WIJK_IS_MEASURE (record))
    {
      add_id (t, WIJK_MEASURE (record)->priority);
      trace_priority (t, FALSE);
    }
  else if (WIJK_IS_SECTION (record))
    trace_section (t, record);
}

/* ---- order ---- */

static int
compare (gconstpointer a, gconstpointer b)
{
  return wijk_record_compare ((WijkRecord *) a, (WijkRecord *) b);
}

static GPtrArray *
sort_stage (Tracing *t, WijkTraceStage stage)
{
  WijkKind kind = kinds[stage];
  g_autoptr (GPtrArray) outline = NULL;
  GPtrArray *sorted = g_ptr_array_new ();

  if (kind != WIJK_KIND_SECTION && kind != WIJK_KIND_THEME)
    {
      g_ptr_array_unref (sorted);
      sorted = g_hash_table_get_keys_as_ptr_array (t->sets[stage]);
      g_ptr_array_sort_values (sorted, compare);
      return sorted;
    }
  outline = wijk_outline_new (
      t->state, kind, kind == WIJK_KIND_SECTION ? WIJK_SECTION_DEPTH : WIJK_THEME_DEPTH, NULL);
  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *row = outline->pdata[i];

      if (g_hash_table_contains (t->sets[stage], row->record))
        g_ptr_array_add (sorted, row->record);
    }

  return sorted;
}

WijkTrace *
wijk_trace_new (WijkState *state, WijkRecord *record)
{
  Tracing t = { .state = state };
  WijkTrace *self;

  g_return_val_if_fail (WIJK_IS_STATE (state) && WIJK_IS_RECORD (record), NULL);

  self = g_new0 (WijkTrace, 1);
  for (int i = 0; i < WIJK_TRACE_N_STAGES; i++)
    t.sets[i] = g_hash_table_new (NULL, NULL);
  if (!wijk_record_is_deleted (record))
    trace_record (&t, record);
  for (int i = 0; i < WIJK_TRACE_N_STAGES; i++)
    {
      self->stages[i] = sort_stage (&t, i);
      g_hash_table_unref (t.sets[i]);
    }

  return self;
}

void
wijk_trace_free (WijkTrace *self)
{
  for (int i = 0; i < WIJK_TRACE_N_STAGES; i++)
    g_ptr_array_unref (self->stages[i]);
  g_free (self);
}

/* ---- links ---- */

const char *
wijk_link_get_key (WijkRecord *target)
{
  if (WIJK_IS_PRIORITY (target))
    return "origin";

  return WIJK_IS_SECTION (target) ? "links" : NULL;
}

gboolean
wijk_link_is_set (WijkRecord *target, const char *id)
{
  const char *key = target != NULL ? wijk_link_get_key (target) : NULL;
  const WijkField *field =
      key != NULL ? wijk_kind_find_field (wijk_record_get_kind (target), key) : NULL;

  return field != NULL && wijk_set_contains (wijk_record_get_set (target, field), id);
}

static void
add_linked (GPtrArray *records, WijkState *state, const char *id)
{
  WijkRecord *record = wijk_state_lookup (state, id);

  if (record != NULL && !wijk_record_is_deleted (record) &&
      !g_ptr_array_find (records, record, NULL))
    g_ptr_array_add (records, record);
}

GPtrArray *
wijk_section_dup_linked (WijkState *state, WijkRecord *section)
{
  WijkSection *self = WIJK_SECTION (section);
  g_auto (GStrv) mentioned = NULL;
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    add_linked (records, state, self->links->pdata[i]);
  mentioned = wijk_mention_find_all (self->text != NULL ? self->text : "");
  for (guint i = 0; mentioned[i] != NULL; i++)
    add_linked (records, state, mentioned[i]);

  return records;
}
