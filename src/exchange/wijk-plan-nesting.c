/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-nesting.h"

#include "wijk-outline.h"

static const char *const arrays[WIJK_N_KINDS] = {
  [WIJK_KIND_SECTION] = "sections",
  [WIJK_KIND_THEME] = "themes",
  [WIJK_KIND_SESSION] = "sessions",
  [WIJK_KIND_ATTENDANCE] = "attendances",
  [WIJK_KIND_BALLOT] = "ballots",
  [WIJK_KIND_OPTION] = "options",
  [WIJK_KIND_VOTE] = "votes",
  [WIJK_KIND_CLUSTER] = "clusters",
  [WIJK_KIND_REMARK] = "remarks",
  [WIJK_KIND_STAKEHOLDER] = "stakeholders",
  [WIJK_KIND_COMMITMENT] = "commitments",
  [WIJK_KIND_PRIORITY] = "priorities",
  [WIJK_KIND_WEIGHT] = "weights",
  [WIJK_KIND_MEASURE] = "measures",
  [WIJK_KIND_AMOUNT] = "amounts",
  [WIJK_KIND_INDICATOR] = "indicators",
  [WIJK_KIND_MEASUREMENT] = "measurements",
  [WIJK_KIND_SOURCE] = "sources",
  [WIJK_KIND_QUOTE] = "quotes",
  [WIJK_KIND_POPULATION] = "population",
  [WIJK_KIND_REPLY] = "replies",
  [WIJK_KIND_FILTER] = "filters",
  [WIJK_KIND_COMMENT] = "comments",
  [WIJK_KIND_VERSION] = "versions",
  [WIJK_KIND_OTHER] = "other",
};

static const struct
{
  WijkKind parent;
  WijkKind child;
  const char *link;
} nestings[] = {
  { WIJK_KIND_SESSION, WIJK_KIND_ATTENDANCE, "session" },
  { WIJK_KIND_BALLOT, WIJK_KIND_OPTION, "ballot" },
  { WIJK_KIND_OPTION, WIJK_KIND_VOTE, "option" },
  { WIJK_KIND_STAKEHOLDER, WIJK_KIND_COMMITMENT, "stakeholder" },
  { WIJK_KIND_PRIORITY, WIJK_KIND_WEIGHT, "of" },
  { WIJK_KIND_PRIORITY, WIJK_KIND_AMOUNT, "of" },
  { WIJK_KIND_PRIORITY, WIJK_KIND_INDICATOR, "of" },
  { WIJK_KIND_PRIORITY, WIJK_KIND_MEASURE, "priority" },
  { WIJK_KIND_MEASURE, WIJK_KIND_AMOUNT, "of" },
  { WIJK_KIND_INDICATOR, WIJK_KIND_MEASUREMENT, "indicator" },
  { WIJK_KIND_SOURCE, WIJK_KIND_QUOTE, "source" },
};

const char *
wijk_nesting_get_array (WijkKind kind)
{
  return arrays[kind];
}

int
wijk_nesting_find_kind (const char *array)
{
  for (int i = 0; i < WIJK_N_KINDS; i++)
    if (g_strcmp0 (arrays[i], array) == 0)
      return i;

  return -1;
}

gboolean
wijk_nesting_is_taken (WijkKind kind, const char *key)
{
  static const char *const of_all[] = { "id", "deleted", "erased", NULL };
  static const char *const of_plan[] = { "format", "audience", "language", "version", NULL };

  return g_strv_contains (of_all, key) || wijk_nesting_find_kind (key) >= 0 ||
         (kind == WIJK_KIND_PLAN && g_strv_contains (of_plan, key));
}

const WijkField *
wijk_nesting_get_link (WijkKind parent, WijkKind child)
{
  for (guint i = 0; i < G_N_ELEMENTS (nestings); i++)
    if (nestings[i].parent == parent && nestings[i].child == child)
      return wijk_kind_find_field (child, nestings[i].link);

  return NULL;
}

WijkKind
wijk_nesting_get_child (WijkKind parent, guint n)
{
  for (guint i = 0; i < G_N_ELEMENTS (nestings); i++)
    if (nestings[i].parent == parent && n-- == 0)
      return nestings[i].child;

  return WIJK_KIND_OTHER;
}

guint
wijk_nesting_get_depth (WijkKind kind)
{
  if (kind == WIJK_KIND_SECTION)
    return WIJK_SECTION_DEPTH;

  return kind == WIJK_KIND_THEME ? WIJK_THEME_DEPTH : 0;
}
