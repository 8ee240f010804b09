/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-participation.h"

#include "wijk-answer-group.h"
#include "wijk-area.h"
#include "wijk-report-answer.h"
#include "wijk-report-line.h"

#include <string.h>

#define MAX_PER_PRIORITY 2
#define MAX_ACCEPTED 12
#define MAX_DECLINED 6
#define MAX_DEPTH 8

static gboolean
is_of (JsonObject *remark, const char *session)
{
  const char *own = wijk_plan_data_peek (remark, "session");

  return !session || g_strcmp0 (own ? own : "", session) == 0;
}

/* Theme id to the name of its main theme. */
static void
name_main_themes (GPtrArray *themes, const char *main, GHashTable *names, int depth)
{
  for (guint i = 0; i < themes->len && depth < MAX_DEPTH; i++)
    {
      JsonObject *theme = g_ptr_array_index (themes, i);
      g_autoptr (GPtrArray) below = wijk_plan_data_objects (theme, "themes");
      const char *id = wijk_plan_data_peek (theme, "id");
      const char *name = main ? main : wijk_plan_data_peek (theme, "name");

      if (id && name)
        g_hash_table_insert (names, (gpointer) id, (gpointer) name);
      if (name)
        name_main_themes (below, name, names, depth + 1);
    }
}

static void
add_themes (WijkReport *self, WijkCounts *counts, GHashTable *names, JsonObject *remark)
{
  g_autoptr (GPtrArray) ids = wijk_plan_data_texts (remark, "themes");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *name = g_hash_table_lookup (names, g_ptr_array_index (ids, i));

      if (name && g_hash_table_add (seen, (gpointer) name))
        wijk_counts_add (counts, name, 1);
    }
  if (g_hash_table_size (seen) == 0)
    wijk_counts_add (counts, wijk_words_get (self->words, "text/no-theme"), 1);
}

static const char *
find_group (WijkReport *self, WijkHeard by, JsonObject *remark)
{
  const char *channel = wijk_plan_data_peek (remark, "channel");
  const char *role = wijk_plan_data_peek (remark, "role");
  const char *area = wijk_answer_group_name_area (wijk_plan_data_peek (remark, "area-code"));

  switch (by)
    {
    case WIJK_HEARD_AREA:
      return area ? area : wijk_words_get (self->words, "report/no-area");
    case WIJK_HEARD_CHANNEL:
      return wijk_words_choose (self->words, "channel", channel ? channel : "unknown");
    case WIJK_HEARD_ROLE:
      return wijk_words_choose (self->words, "role", role ? role : "unknown");
    case WIJK_HEARD_THEME:
    case WIJK_N_HEARD:
    default:
      return "";
    }
}

WijkCounts *
wijk_participation_count (WijkReport *self, WijkHeard by, const char *session)
{
  WijkCounts *counts = wijk_counts_new ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  name_main_themes (self->themes, NULL, names, 0);
  for (guint i = 0; i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);

      if (!wijk_report_is_counted (remark) || !is_of (remark, session))
        continue;
      if (by == WIJK_HEARD_THEME)
        add_themes (self, counts, names, remark);
      else
        wijk_counts_add (counts, find_group (self, by, remark), 1);
    }
  return counts;
}

guint
wijk_participation_count_remarks (WijkReport *self, const char *session)
{
  guint n = 0;

  for (guint i = 0; i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);

      n += wijk_report_is_counted (remark) && is_of (remark, session);
    }
  return n;
}

char *
wijk_participation_describe_outcomes (WijkReport *self, const char *session)
{
  static const char *const keys[] = {
    "overgenomen", "deels-overgenomen", "niet-overgenomen", "doorgestuurd", ""
  };
  g_autoptr (WijkCounts) counts = wijk_counts_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);
      const char *outcome;

      if (!wijk_report_is_counted (remark) || !is_of (remark, session))
        continue;
      outcome = wijk_report_find_outcome (self, remark);
      wijk_counts_add (counts, outcome ? outcome : "", 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gint64 n = wijk_counts_get (counts, keys[i]);
      g_autofree char *number = wijk_words_number (self->words, n);
      const char *word = *keys[i] ? wijk_words_choose (self->words, "outcome", keys[i])
                                  : wijk_words_get (self->words, "report/without-answer");
      g_autofree char *small = g_utf8_strdown (word, -1);

      if (n > 0)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", number, small);
    }
  return g_string_free (text, FALSE);
}

WijkCounts *
wijk_participation_count_attendance (WijkReport *self, JsonObject *session)
{
  g_autoptr (GPtrArray) list = wijk_plan_data_objects (session, "attendances");
  WijkCounts *counts = wijk_counts_new ();

  for (guint i = 0; i < list->len; i++)
    {
      JsonObject *attendance = g_ptr_array_index (list, i);
      const char *role = wijk_plan_data_peek (attendance, "role");
      gint64 n = CLAMP (wijk_plan_data_int (attendance, "count"), 0, 100000);

      if (n > 0)
        wijk_counts_add (
            counts, wijk_words_choose (self->words, "role", role ? role : "unknown"), n);
    }
  return counts;
}

gint64
wijk_participation_get_heads (JsonObject *session)
{
  gint64 heads = wijk_plan_data_int (session, "head-count");
  g_autoptr (GPtrArray) list = wijk_plan_data_objects (session, "attendances");

  if (heads > 0)
    return MIN (heads, 1000000);
  for (guint i = 0; i < list->len; i++)
    heads += CLAMP (wijk_plan_data_int (g_ptr_array_index (list, i), "count"), 0, 100000);
  return MAX (heads, 0);
}

char *
wijk_participation_dup_heads (WijkReport *self, gint64 heads)
{
  if (heads == 0)
    return NULL;
  if (heads < WIJK_COVERAGE_LEAST)
    return g_strdup (wijk_words_get (self->words, "report/few"));
  return wijk_words_number (self->words, heads);
}

char *
wijk_participation_join (WijkReport *self, const GArray *groups)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const WijkCoverage *group = &g_array_index (groups, WijkCoverage, i);
      g_autofree char *n = group->n < 0 ? g_strdup (wijk_words_get (self->words, "report/few"))
                                        : wijk_words_number (self->words, group->n);

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "", group->name, n);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_outcome (WijkReport *self, JsonObject *remark, const char *wanted, const char * or)
{
  WijkAnswer answer;

  return !wijk_plan_data_peek (remark, "withdrawn") && wijk_plan_data_peek (remark, "text") &&
         wijk_report_find_answer (self, remark, &answer) &&
         (strcmp (answer.outcome, wanted) == 0 || g_strcmp0 (answer.outcome, or) == 0);
}

/* How many of a cluster or a priority are shown already. */
static gboolean
is_full (GHashTable *shown, gpointer record, guint limit)
{
  guint n = record ? GPOINTER_TO_UINT (g_hash_table_lookup (shown, record)) : 0;

  if (n >= limit)
    return TRUE;
  if (record)
    g_hash_table_insert (shown, record, GUINT_TO_POINTER (n + 1));
  return FALSE;
}

static gboolean
comes_from (GPtrArray *priorities, JsonObject *priority)
{
  return g_ptr_array_find (priorities, priority, NULL);
}

GPtrArray *
wijk_participation_list_accepted (WijkReport *self)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  for (guint p = 0; p < self->priorities->len && list->len < MAX_ACCEPTED; p++)
    {
      JsonObject *priority = g_ptr_array_index (self->priorities, p);
      guint n = 0;

      for (guint i = 0; i < self->remarks->len && n < MAX_PER_PRIORITY; i++)
        {
          JsonObject *remark = g_ptr_array_index (self->remarks, i);
          const char *id = wijk_plan_data_peek (remark, "cluster");
          JsonObject *cluster = id ? g_hash_table_lookup (self->clusters, id) : NULL;
          g_autoptr (GPtrArray) priorities = NULL;

          if (!has_outcome (self, remark, "overgenomen", "deels-overgenomen"))
            continue;
          priorities = wijk_report_list_priorities (self, remark);
          if (!comes_from (priorities, priority) || is_full (shown, remark, 1) ||
              is_full (shown, cluster, 1))
            continue;
          g_ptr_array_add (list, remark);
          n++;
        }
    }
  return list;
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  gint64 first = wijk_plan_data_int (*(JsonObject *const *) a, "count");
  gint64 second = wijk_plan_data_int (*(JsonObject *const *) b, "count");

  return (first < second) - (first > second);
}

GPtrArray *
wijk_participation_list_declined (WijkReport *self)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->remarks->len; i++)
    if (has_outcome (self, g_ptr_array_index (self->remarks, i), "niet-overgenomen", NULL))
      g_ptr_array_add (list, g_ptr_array_index (self->remarks, i));
  g_ptr_array_sort (list, compare_people);
  for (guint i = 0; i < list->len;)
    {
      const char *id = wijk_plan_data_peek (g_ptr_array_index (list, i), "cluster");
      JsonObject *cluster = id ? g_hash_table_lookup (self->clusters, id) : NULL;

      if (i >= MAX_DECLINED || is_full (shown, cluster, 1))
        g_ptr_array_remove_index (list, i);
      else
        i++;
    }
  return list;
}

static void
add_silent (GPtrArray *names, const WijkArea *area, const WijkCounts *counts)
{
  const char *name = wijk_area_get_display_name (area);

  if (wijk_counts_get (counts, name) == 0)
    g_ptr_array_add (names, (gpointer) name);
}

GPtrArray *
wijk_participation_list_silent (WijkReport *self)
{
  g_autoptr (WijkCounts) counts = wijk_participation_count (self, WIJK_HEARD_AREA, NULL);
  g_autoptr (GPtrArray) codes = wijk_plan_data_texts (self->plan, "area-codes");
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < codes->len; i++)
    {
      const WijkArea *area = wijk_area_lookup_code (g_ptr_array_index (codes, i));
      g_autoptr (GPtrArray) below = NULL;

      if (!area)
        continue;
      if (area->level == WIJK_AREA_NEIGHBOURHOOD)
        {
          add_silent (names, area, counts);
          continue;
        }
      below = wijk_area_list_neighbourhoods (area);
      for (guint k = 0; k < below->len; k++)
        add_silent (names, g_ptr_array_index (below, k), counts);
    }
  return names;
}
