/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-answer-group.h"

#include "wijk-area.h"
#include "wijk-report-answer.h"

#include <string.h>

#define MAX_DEPTH 8

typedef struct
{
  WijkReport *report;
  GPtrArray *groups;
  GHashTable *by_key; /* to the group; "" for what has none */
  GHashTable *names;  /* of themes */
  GHashTable *homes;  /* cluster id to the key of the group that most of its remarks are in */
} Grouping;

static void
free_bunch (gpointer data)
{
  WijkAnswerBunch *bunch = data;

  g_ptr_array_unref (bunch->remarks);
  g_free (bunch);
}

static void
free_group (gpointer data)
{
  WijkAnswerGroup *group = data;

  g_free (group->title);
  g_ptr_array_unref (group->bunches);
  g_free (group);
}

static void
name_themes (GPtrArray *themes, GHashTable *names, int depth)
{
  for (guint i = 0; i < themes->len && depth < MAX_DEPTH; i++)
    {
      JsonObject *theme = g_ptr_array_index (themes, i);
      g_autoptr (GPtrArray) below = wijk_plan_data_objects (theme, "themes");
      const char *id = wijk_plan_data_peek (theme, "id");
      const char *name = wijk_plan_data_peek (theme, "name");

      if (id && name)
        g_hash_table_insert (names, (gpointer) id, (gpointer) name);
      name_themes (below, names, depth + 1);
    }
}

GHashTable *
wijk_answer_group_name_themes (WijkReport *self)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  name_themes (self->themes, names, 0);
  return names;
}

const char *
wijk_answer_group_name_area (const char *code)
{
  const WijkArea *area = code ? wijk_area_lookup_code (code) : NULL;

  return area ? wijk_area_get_display_name (area) : code;
}

static WijkAnswerGroup *
add_group (Grouping *self, const char *key, const char *title, int depth)
{
  WijkAnswerGroup *group = g_new0 (WijkAnswerGroup, 1);

  group->key = key;
  group->title = g_strdup (title ? title : "");
  group->depth = depth;
  group->bunches = g_ptr_array_new_with_free_func (free_bunch);
  g_ptr_array_add (self->groups, group);
  g_hash_table_insert (self->by_key, (gpointer) (key ? key : ""), group);
  return group;
}

/* The themes below a main theme stand in one row, however deep they lie. */
static void
add_theme_groups (Grouping *self, GPtrArray *themes, int depth)
{
  for (guint i = 0; i < themes->len && depth < MAX_DEPTH; i++)
    {
      JsonObject *theme = g_ptr_array_index (themes, i);
      g_autoptr (GPtrArray) below = wijk_plan_data_objects (theme, "themes");
      const char *id = wijk_plan_data_peek (theme, "id");
      const char *name = wijk_plan_data_peek (theme, "name");

      if (id && name && !g_hash_table_contains (self->by_key, id))
        add_group (self, id, name, MIN (depth, 1));
      add_theme_groups (self, below, depth + 1);
    }
}

static void
add_session_groups (Grouping *self)
{
  GPtrArray *sessions = self->report->sessions;

  for (guint i = 0; i < sessions->len; i++)
    {
      JsonObject *session = g_ptr_array_index (sessions, i);
      const char *id = wijk_plan_data_peek (session, "id");
      g_autofree char *date =
          wijk_words_date (self->report->words, wijk_plan_data_peek (session, "date"));
      g_autofree char *title = wijk_plan_data_text (session, "title");
      g_autofree char *full = g_strjoin (", ", title ? title : "…", *date ? date : NULL, NULL);

      if (id && !g_hash_table_contains (self->by_key, id))
        add_group (self, id, full, 0);
    }
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_area_groups (Grouping *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  GPtrArray *remarks = self->report->remarks;

  for (guint i = 0; i < remarks->len; i++)
    {
      const char *code = wijk_plan_data_peek (g_ptr_array_index (remarks, i), "area-code");

      if (code && *code)
        g_ptr_array_add (codes, (gpointer) code);
    }
  g_ptr_array_sort (codes, compare_codes);
  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);

      if (!g_hash_table_contains (self->by_key, code))
        add_group (self, code, wijk_answer_group_name_area (code), 0);
    }
}

/* The first of its themes that the plan has. */
static const char *
find_theme (JsonObject *remark, GHashTable *names)
{
  g_autoptr (GPtrArray) ids = wijk_plan_data_texts (remark, "themes");
  gpointer id;

  for (guint i = 0; i < ids->len; i++)
    if (g_hash_table_lookup_extended (names, g_ptr_array_index (ids, i), &id, NULL))
      return id;
  return NULL;
}

static const char *
find_key (Grouping *self, JsonObject *remark)
{
  const char *key = NULL;

  switch (self->report->choice->by)
    {
    case WIJK_REPORT_BY_SESSION:
      key = wijk_plan_data_peek (remark, "session");
      break;
    case WIJK_REPORT_BY_AREA:
      key = wijk_plan_data_peek (remark, "area-code");
      break;
    case WIJK_REPORT_BY_THEME:
    case WIJK_N_REPORT_ORDERS:
    default:
      key = find_theme (remark, self->names);
      break;
    }
  return key && g_hash_table_contains (self->by_key, key) ? key : "";
}

static gboolean
is_shown (WijkReport *report, JsonObject *remark)
{
  return !wijk_plan_data_peek (remark, "withdrawn") &&
         (report->choice->is_internal || wijk_report_is_answered (report, remark));
}

static const char *
find_cluster (WijkReport *report, JsonObject *remark)
{
  const char *id = wijk_plan_data_peek (remark, "cluster");

  return id && g_hash_table_contains (report->clusters, id) ? id : NULL;
}

/* For each cluster and key how many: "cluster key" to the number, and the cluster's best. */
static void
find_homes (Grouping *self)
{
  GPtrArray *remarks = self->report->remarks;
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) best = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (remarks, i);
      const char *cluster = find_cluster (self->report, remark), *key;
      g_autofree char *pair = NULL;
      guint n;

      if (!cluster || !is_shown (self->report, remark))
        continue;
      key = find_key (self, remark);
      pair = g_strconcat (cluster, " ", key, NULL);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pair)) + 1;
      g_hash_table_insert (counts, g_steal_pointer (&pair), GUINT_TO_POINTER (n));
      if (n <= GPOINTER_TO_UINT (g_hash_table_lookup (best, cluster)))
        continue;
      g_hash_table_insert (best, (gpointer) cluster, GUINT_TO_POINTER (n));
      g_hash_table_insert (self->homes, (gpointer) cluster, (gpointer) key);
    }
}

static WijkAnswerBunch *
find_bunch (WijkAnswerGroup *group, JsonObject *cluster, GHashTable *bunches)
{
  g_autofree char *name = g_strdup_printf ("%p %p", (gpointer) group, (gpointer) cluster);
  WijkAnswerBunch *bunch = g_hash_table_lookup (bunches, name);

  if (bunch)
    return bunch;
  bunch = g_new0 (WijkAnswerBunch, 1);
  bunch->cluster = cluster;
  bunch->remarks = g_ptr_array_new ();
  g_ptr_array_add (group->bunches, bunch);
  g_hash_table_insert (bunches, g_steal_pointer (&name), bunch);
  return bunch;
}

static void
fill_groups (Grouping *self)
{
  GPtrArray *remarks = self->report->remarks;
  g_autoptr (GHashTable) bunches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (remarks, i), *cluster;
      const char *id = find_cluster (self->report, remark);
      const char *key = id ? g_hash_table_lookup (self->homes, id) : NULL;
      WijkAnswerGroup *group;

      if (!is_shown (self->report, remark))
        continue;
      cluster = id ? g_hash_table_lookup (self->report->clusters, id) : NULL;
      group = g_hash_table_lookup (self->by_key, key ? key : find_key (self, remark));
      g_ptr_array_add (find_bunch (group, cluster, bunches)->remarks, remark);
      group->n_remarks++;
    }
}

/* Large clusters first, remarks of none last. */
static int
compare_bunches (gconstpointer a, gconstpointer b)
{
  const WijkAnswerBunch *first = *(WijkAnswerBunch *const *) a;
  const WijkAnswerBunch *second = *(WijkAnswerBunch *const *) b;

  if (!first->cluster || !second->cluster)
    return (first->cluster == NULL) - (second->cluster == NULL);
  return (first->remarks->len < second->remarks->len) -
         (first->remarks->len > second->remarks->len);
}

static void
tidy_groups (GPtrArray *groups)
{
  WijkAnswerGroup *above = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      WijkAnswerGroup *group = g_ptr_array_index (groups, i);

      g_ptr_array_sort (group->bunches, compare_bunches);
      if (group->depth == 0)
        above = group;
      else if (above)
        above->n_remarks += group->n_remarks;
    }
  for (guint i = groups->len; i > 0; i--)
    if (((WijkAnswerGroup *) g_ptr_array_index (groups, i - 1))->n_remarks == 0)
      g_ptr_array_remove_index (groups, i - 1);
}

GPtrArray *
wijk_answer_group_list (WijkReport *self)
{
  static const char *const rest[] = { [WIJK_REPORT_BY_THEME] = "text/no-theme",
                                      [WIJK_REPORT_BY_SESSION] = "report/no-session",
                                      [WIJK_REPORT_BY_AREA] = "report/no-area" };
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = wijk_answer_group_name_themes (self);
  g_autoptr (GHashTable) homes = g_hash_table_new (g_str_hash, g_str_equal);
  Grouping grouping = { self, g_ptr_array_new_with_free_func (free_group), by_key, names, homes };

  if (self->choice->by == WIJK_REPORT_BY_SESSION)
    add_session_groups (&grouping);
  else if (self->choice->by == WIJK_REPORT_BY_AREA)
    add_area_groups (&grouping);
  else
    add_theme_groups (&grouping, self->themes, 0);
  add_group (&grouping, NULL, wijk_words_get (self->words, rest[self->choice->by]), 0);
  if (self->choice->by == WIJK_REPORT_BY_THEME)
    find_homes (&grouping);
  fill_groups (&grouping);
  tidy_groups (grouping.groups);
  return grouping.groups;
}

GPtrArray *
wijk_answer_group_list_withdrawn (WijkReport *self)
{
  GPtrArray *remarks = g_ptr_array_new ();

  for (guint i = 0; self->choice->is_internal && i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);

      if (wijk_plan_data_peek (remark, "withdrawn"))
        g_ptr_array_add (remarks, remark);
    }
  return remarks;
}
