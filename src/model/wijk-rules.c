/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-cluster.h"
#include "wijk-id.h"
#include "wijk-measure.h"
#include "wijk-outline.h"
#include "wijk-place.h"
#include "wijk-section.h"

G_DEFINE_QUARK (WijkRuleError, wijk_rule_error)

gboolean
wijk_rules_check_period (WijkPlanKind kind, gint64 first_year, gint64 last_year, GError **error)
{
  gint64 n_years = last_year - first_year + 1;

  if (first_year == WIJK_UNSET || last_year == WIJK_UNSET)
    return TRUE;
  if (n_years < 1)
    {
      g_set_error (error,
                   WIJK_RULE_ERROR,
                   WIJK_RULE_ERROR_PERIOD,
                   _ ("The first year %d comes after the last year %d."),
                   (int) first_year,
                   (int) last_year);
      return FALSE;
    }
  if (kind == WIJK_PLAN_WIJKPLAN ? n_years < 3 || n_years > 5 : n_years != 15)
    {
      g_set_error (error,
                   WIJK_RULE_ERROR,
                   WIJK_RULE_ERROR_PERIOD,
                   kind == WIJK_PLAN_WIJKPLAN
                       ? _ ("%d to %d is %d years; a wijkplan covers 3 to 5 years.")
                       : _ ("%d to %d is %d years; a wijkvisie covers 15 years."),
                   (int) first_year,
                   (int) last_year,
                   (int) n_years);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_priority_years (WijkPlan *plan, const char *title, gint64 first, gint64 last, GError **error)
{
  if (first != WIJK_UNSET && last != WIJK_UNSET && first > last)
    {
      g_set_error (error,
                   WIJK_RULE_ERROR,
                   WIJK_RULE_ERROR_PERIOD,
                   _ ("“%s”: the first year %d comes after the last year %d."),
                   title != NULL ? title : "",
                   (int) first,
                   (int) last);
      return FALSE;
    }
  for (guint i = 0; plan != NULL && i < 2; i++)
    {
      gint64 year = i == 0 ? first : last;

      if (year == WIJK_UNSET || plan->first_year == WIJK_UNSET || plan->last_year == WIJK_UNSET ||
          (year >= plan->first_year && year <= plan->last_year))
        continue;
      g_set_error (error,
                   WIJK_RULE_ERROR,
                   WIJK_RULE_ERROR_PERIOD,
                   _ ("“%s”: the year %d lies outside the plan (%d to %d)."),
                   title != NULL ? title : "",
                   (int) year,
                   (int) plan->first_year,
                   (int) plan->last_year);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_measure_months (const char *title, const char *start, const char *ready, GError **error)
{
  if (start == NULL || ready == NULL || *start == '\0' || *ready == '\0' ||
      strcmp (start, ready) <= 0)
    return TRUE;
  g_set_error (error,
               WIJK_RULE_ERROR,
               WIJK_RULE_ERROR_PERIOD,
               _ ("“%s”: the start %s comes after it is ready, %s."),
               title != NULL ? title : "",
               start,
               ready);

  return FALSE;
}

static gint64
year_or (const char *field, const char *key, const char *value, gint64 standing)
{
  if (!g_str_equal (field, key))
    return standing;

  return *value != '\0' ? g_ascii_strtoll (value, NULL, 10) : WIJK_UNSET;
}

/* Kinds that a link may lead to; a set of links to anything accepts every kind. */
static gboolean
link_may_lead_to (const char *key, WijkKind kind)
{
  static const struct
  {
    const char *key;
    WijkKind kind;
  } targets[] = {
    { "session", WIJK_KIND_SESSION },   { "cluster", WIJK_KIND_CLUSTER },
    { "part-of", WIJK_KIND_REMARK },    { "stakeholder", WIJK_KIND_STAKEHOLDER },
    { "priority", WIJK_KIND_PRIORITY }, { "indicator", WIJK_KIND_INDICATOR },
    { "source", WIJK_KIND_SOURCE },     { "themes", WIJK_KIND_THEME },
    { "ballot", WIJK_KIND_BALLOT },     { "option", WIJK_KIND_OPTION },
    { "distinct", WIJK_KIND_REMARK },   { "partners", WIJK_KIND_STAKEHOLDER },
    { "scan", WIJK_KIND_SOURCE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].key, key))
      return targets[i].kind == kind;
  if (g_str_equal (key, "opposes"))
    return kind == WIJK_KIND_REMARK || kind == WIJK_KIND_CLUSTER;
  if (g_str_equal (key, "about"))
    return kind == WIJK_KIND_REMARK || kind == WIJK_KIND_CLUSTER || kind == WIJK_KIND_THEME ||
           kind == WIJK_KIND_PRIORITY;
  if (g_str_equal (key, "origin"))
    return kind == WIJK_KIND_REMARK || kind == WIJK_KIND_CLUSTER || kind == WIJK_KIND_QUOTE;

  return TRUE;
}

static gboolean
check_link (WijkState *state, const WijkField *field, const char *id, GError **error)
{
  WijkRecord *target = wijk_state_lookup (state, id);

  if (target != NULL && !wijk_record_is_deleted (target) &&
      link_may_lead_to (field->key, wijk_record_get_kind (target)))
    return TRUE;
  g_set_error (error,
               WIJK_RULE_ERROR,
               WIJK_RULE_ERROR_LINK,
               _ ("%s: the plan has no such record: %s."),
               field->key,
               id);

  return FALSE;
}

static gboolean
refuse_place (const char *message, GError **error)
{
  g_set_error_literal (error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_PLACE, message);

  return FALSE;
}

/* Levels below the record @id, counted to @most. */
static guint
levels_below (GPtrArray *all, const char *id, guint most)
{
  guint deepest = 0;

  for (guint i = 0; most > 0 && i < all->len; i++)
    {
      g_autofree char *parent = wijk_place_dup_parent (wijk_record_get_place (all->pdata[i]));

      if (g_str_equal (parent, id))
        deepest =
            MAX (deepest, 1 + levels_below (all, wijk_record_get_id (all->pdata[i]), most - 1));
    }

  return deepest;
}

/* @record may be a copy, so that ids are compared. */
static gboolean
check_place (WijkState *state, WijkRecord *record, const char *place, GError **error)
{
  g_autofree char *above = wijk_place_dup_parent (place);
  g_autoptr (GPtrArray) all = NULL;
  WijkKind kind = wijk_record_get_kind (record);
  guint max_depth = kind == WIJK_KIND_SECTION ? WIJK_SECTION_DEPTH : WIJK_THEME_DEPTH;
  guint depth;

  if (*above == '\0' || (kind != WIJK_KIND_SECTION && kind != WIJK_KIND_THEME))
    return TRUE;
  if (wijk_state_lookup (state, above) != NULL && /* else it may be made in the same step */
      wijk_state_lookup_live (state, above, kind) == NULL)
    return refuse_place (_ ("There is nothing there to be put under."), error);
  all = wijk_state_dup_sorted (state, kind);
  depth = levels_below (all, wijk_record_get_id (record), max_depth + 1);
  while (*above != '\0')
    {
      WijkRecord *up = wijk_state_lookup_live (state, above, kind);

      if (g_str_equal (above, wijk_record_get_id (record)))
        return refuse_place (_ ("A section cannot be moved into itself."), error);
      if (++depth > max_depth)
        return refuse_place (kind == WIJK_KIND_SECTION ? _ ("Sections can be nested only two deep.")
                                                       : _ ("Themes can be nested only four deep."),
                             error);
      g_free (above);
      above = wijk_place_dup_parent (up != NULL ? wijk_record_get_place (up) : "");
    }

  return TRUE;
}

/* A remark is not, by way of others either, a part of itself. */
static gboolean
check_whole (WijkState *state, WijkRecord *record, const char *whole, GError **error)
{
  WijkRemark *up = (WijkRemark *) wijk_state_lookup_live (state, whole, WIJK_KIND_REMARK);

  for (guint i = 0; up != NULL && i < WIJK_PARTS_DEPTH; i++)
    {
      if (g_str_equal (wijk_record_get_id (WIJK_RECORD (up)), wijk_record_get_id (record)))
        {
          g_set_error_literal (error,
                               WIJK_RULE_ERROR,
                               WIJK_RULE_ERROR_LINK,
                               _ ("A remark cannot be a part of itself."));
          return FALSE;
        }
      up = (WijkRemark *) wijk_state_lookup_live (state, up->part_of, WIJK_KIND_REMARK);
    }

  return TRUE;
}

gboolean
wijk_rules_check_edit (
    WijkState *state, WijkRecord *record, const char *field, const char *value, GError **error)
{
  const WijkField *known = wijk_kind_find_field (wijk_record_get_kind (record), field);
  WijkPlan *plan = wijk_state_get_plan (state);

  if (known != NULL && (known->flags & WIJK_FIELD_LINK) != 0 && *value != '\0' &&
      !check_link (
          state, known, known->kind == WIJK_FIELD_SET ? strchr (field, '/') + 1 : value, error))
    return FALSE;
  if (known != NULL && (known->flags & WIJK_FIELD_PLACE) != 0)
    return check_place (state, record, value, error);
  if (WIJK_IS_REMARK (record) && g_str_equal (field, "part-of"))
    return check_whole (state, record, value, error);

  if (WIJK_IS_PLAN (record))
    {
      WijkPlan *self = WIJK_PLAN (record);

      return wijk_rules_check_period (self->kind,
                                      year_or (field, "first-year", value, self->first_year),
                                      year_or (field, "last-year", value, self->last_year),
                                      error);
    }
  if (WIJK_IS_PRIORITY (record))
    {
      WijkPriority *self = WIJK_PRIORITY (record);

      return check_priority_years (plan,
                                   self->title,
                                   year_or (field, "first-year", value, self->first_year),
                                   year_or (field, "last-year", value, self->last_year),
                                   error);
    }
  if (WIJK_IS_MEASURE (record))
    {
      WijkMeasure *self = WIJK_MEASURE (record);

      return check_measure_months (self->title,
                                   g_str_equal (field, "start") ? value : self->start,
                                   g_str_equal (field, "ready") ? value : self->ready,
                                   error);
    }

  return TRUE;
}

/* ---- the whole plan ---- */

void
wijk_finding_free (WijkFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->record);
  g_free (self->message);
  g_free (self);
}

static void
find (GPtrArray *findings, WijkFindingLevel level, const char *code, gpointer record, char *message)
{
  WijkFinding *finding = g_new0 (WijkFinding, 1);

  finding->level = level;
  finding->code = g_strdup (code);
  finding->record = g_strdup (wijk_record_get_id (record));
  finding->message = message;
  g_ptr_array_add (findings, finding);
}

static void
find_error (GPtrArray *findings, const char *code, gpointer record, GError *error)
{
  find (findings, WIJK_FINDING_BLOCKS, code, record, g_strdup (error->message));
  g_error_free (error);
}

static void
find_in_priorities (WijkState *state, WijkPlan *plan, GPtrArray *findings)
{
  g_autoptr (GPtrArray) priorities = wijk_state_dup_sorted (state, WIJK_KIND_PRIORITY);

  for (guint i = 0; i < priorities->len; i++)
    {
      WijkPriority *priority = priorities->pdata[i];
      GError *error = NULL;

      if (!check_priority_years (
              plan, priority->title, priority->first_year, priority->last_year, &error))
        find_error (findings, "period", priority, error);
      if (!wijk_priority_has_origin (priority, state))
        find (findings,
              WIJK_FINDING_OPEN,
              "no-origin",
              priority,
              g_strdup_printf (_ ("“%s” does not say which remarks it comes from."),
                               priority->title != NULL ? priority->title : ""));
    }
  if (priorities->len > 6)
    find (findings,
          WIJK_FINDING_HINT,
          "many-priorities",
          plan,
          g_strdup_printf (_ ("There are %u priorities; four to six can be kept in mind."),
                           priorities->len));
}

static void
find_in_measures (WijkState *state, GPtrArray *findings)
{
  g_autoptr (GPtrArray) measures = wijk_state_dup_sorted (state, WIJK_KIND_MEASURE);

  for (guint i = 0; i < measures->len; i++)
    {
      WijkMeasure *measure = measures->pdata[i];
      GError *error = NULL;

      if (!check_measure_months (measure->title, measure->start, measure->ready, &error))
        find_error (findings, "period", measure, error);
    }
}

static void
find_in_sections (WijkState *state, GPtrArray *findings)
{
  g_autoptr (GPtrArray) displaced = g_ptr_array_new ();
  g_autoptr (GPtrArray) outline =
      wijk_outline_new (state, WIJK_KIND_SECTION, WIJK_SECTION_DEPTH, displaced);

  for (guint i = 0; i < displaced->len; i++)
    {
      WijkSection *section = displaced->pdata[i];

      find (findings,
            WIJK_FINDING_OPEN,
            "place",
            section,
            g_strdup_printf (_ ("“%s” lost its place and stands at the end."),
                             section->title != NULL ? section->title : ""));
    }
  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *row = outline->pdata[i];
      WijkSection *section = WIJK_SECTION (row->record);
      gboolean has_parts =
          i + 1 < outline->len && ((WijkOutlineRow *) outline->pdata[i + 1])->parent == row->record;

      if ((section->text == NULL || *section->text == '\0') && !has_parts)
        find (findings,
              WIJK_FINDING_OPEN,
              "empty-section",
              section,
              g_strdup_printf (_ ("Section %s “%s” has no text yet."),
                               row->number,
                               section->title != NULL ? section->title : ""));
    }
}

static void
find_conflicts (WijkState *state, GPtrArray *findings)
{
  for (WijkKind kind = 0; kind < WIJK_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = wijk_state_dup_sorted (state, kind);

      for (guint i = 0; i < records->len; i++)
        {
          const char *const *fields = wijk_record_get_conflicts (records->pdata[i]);

          for (guint j = 0; fields != NULL && fields[j] != NULL; j++)
            find (findings,
                  WIJK_FINDING_OPEN,
                  "conflict",
                  records->pdata[i],
                  g_strdup_printf (_ ("The field “%s” was changed on two laptops: choose one."),
                                   fields[j]));
          if (wijk_record_is_disputed (records->pdata[i]))
            find (findings,
                  WIJK_FINDING_OPEN,
                  "disputed",
                  records->pdata[i],
                  g_strdup (_ ("A record was deleted on one laptop and changed on another.")));
        }
    }
}

static void
find_unanswered (WijkState *state, WijkPlan *plan, GPtrArray *findings)
{
  WijkTally tally = wijk_state_tally (state);

  if (tally.n_remarks > tally.n_answered)
    find (findings,
          WIJK_FINDING_OPEN,
          "unanswered",
          plan,
          g_strdup_printf (_ ("%u of %u remarks have no answer yet."),
                           tally.n_remarks - tally.n_answered,
                           tally.n_remarks));
}

GPtrArray *
wijk_rules_check_plan (WijkState *state)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_finding_free);
  WijkPlan *plan = wijk_state_get_plan (state);
  GError *error = NULL;

  if (plan == NULL)
    return findings;
  if (!wijk_rules_check_period (plan->kind, plan->first_year, plan->last_year, &error))
    find_error (findings, "period", plan, error);
  find_in_priorities (state, plan, findings);
  find_in_measures (state, findings);
  find_in_sections (state, findings);
  find_conflicts (state, findings);
  find_unanswered (state, plan, findings);

  return findings;
}
