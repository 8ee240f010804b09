/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-edits.h"

#include <string.h>

#include "wijk-outline.h"
#include "wijk-trace.h"

#define MOST_NUMBERS 9

static const WijkField *
find_field (const char *key)
{
  return wijk_kind_find_field (WIJK_KIND_REMARK, key);
}

static void
add_member (
    GPtrArray *edits, WijkRecord *record, const char *key, const char *member, gboolean present)
{
  g_autofree char *name = g_strconcat (key, "/", member, NULL);

  wijk_edits_add (edits, wijk_record_get_id (record), name, present ? "1" : "");
}

guint
wijk_remarks_set_member (
    GPtrArray *remarks, const char *key, const char *member, gboolean present, GPtrArray *edits)
{
  const WijkField *field = find_field (key);
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    {
      WijkRecord *remark = remarks->pdata[i];

      if (wijk_set_contains (wijk_record_get_set (remark, field), member) == present)
        continue;
      add_member (edits, remark, key, member, present);
      n++;
    }

  return n;
}

guint
wijk_remarks_set_value (GPtrArray *remarks, const char *key, const char *value, GPtrArray *edits)
{
  const WijkField *field = find_field (key);
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    {
      g_autofree char *standing = wijk_record_dup_value (remarks->pdata[i], field);

      if (g_str_equal (standing, value))
        continue;
      wijk_edits_add (edits, wijk_record_get_id (remarks->pdata[i]), key, value);
      n++;
    }

  return n;
}

guint
wijk_remarks_set_link (GPtrArray *remarks, WijkRecord *target, gboolean linked, GPtrArray *edits)
{
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    {
      const char *id = wijk_record_get_id (remarks->pdata[i]);

      if (wijk_link_is_set (target, id) == linked)
        continue;
      add_member (edits, target, wijk_link_get_key (target), id, linked);
      n++;
    }

  return n;
}

/* Returns whether anything is edited. */
static gboolean
move_theme (WijkRemark *remark, GHashTable *from, const char *to, GPtrArray *edits)
{
  guint n_before = edits->len;
  gboolean has = FALSE;

  for (guint i = 0; remark->themes != NULL && i < remark->themes->len; i++)
    {
      const char *theme = remark->themes->pdata[i];

      if (g_strcmp0 (theme, to) == 0)
        has = TRUE;
      else if (g_hash_table_contains (from, theme))
        add_member (edits, WIJK_RECORD (remark), "themes", theme, FALSE);
    }
  if (to != NULL && !has)
    add_member (edits, WIJK_RECORD (remark), "themes", to, TRUE);

  return edits->len > n_before;
}

guint
wijk_remarks_move_theme (GPtrArray *remarks, GHashTable *from, const char *to, GPtrArray *edits)
{
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    n += (guint) move_theme (remarks->pdata[i], from, to, edits);

  return n;
}

guint
wijk_remarks_withdraw (GPtrArray *remarks, const char *reason, GPtrArray *edits)
{
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    {
      if (WIJK_REMARK (remarks->pdata[i])->withdrawn != NULL)
        continue;
      wijk_edits_add (edits, wijk_record_get_id (remarks->pdata[i]), "withdrawn", reason);
      n++;
    }

  return n;
}

static gboolean
has_own_answer (WijkRemark *remark)
{
  return remark->outcome != WIJK_OUTCOME_UNSET && remark->reason != NULL;
}

guint
wijk_remarks_answer (
    GPtrArray *remarks, const char *outcome, const char *reason, gboolean replace, GPtrArray *edits)
{
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    {
      WijkRemark *remark = remarks->pdata[i];
      const char *id = wijk_record_get_id (WIJK_RECORD (remark));

      if (remark->withdrawn != NULL || (has_own_answer (remark) && !replace))
        continue;
      wijk_edits_add (edits, id, "outcome", outcome);
      wijk_edits_add (edits, id, "reason", reason);
      n++;
    }

  return n;
}

guint
wijk_remarks_count_answered (GPtrArray *remarks)
{
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    n += (guint) has_own_answer (remarks->pdata[i]);

  return n;
}

WijkCluster *
wijk_remarks_find_cluster (GPtrArray *remarks, WijkState *state)
{
  const char *id = remarks->len > 0 ? WIJK_REMARK (remarks->pdata[0])->cluster : NULL;

  for (guint i = 1; i < remarks->len; i++)
    if (g_strcmp0 (WIJK_REMARK (remarks->pdata[i])->cluster, id) != 0)
      return NULL;

  return (WijkCluster *) wijk_state_lookup_live (state, id, WIJK_KIND_CLUSTER);
}

guint
wijk_remarks_count_member (GPtrArray *remarks, const char *key, const char *member)
{
  const WijkField *field = find_field (key);
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    n += (guint) wijk_set_contains (wijk_record_get_set (remarks->pdata[i], field), member);

  return n;
}

static void
count_value (GHashTable *counts, const char *value)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value));

  g_hash_table_replace (counts, g_strdup (value), GUINT_TO_POINTER (n + 1));
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

GStrv
wijk_remarks_dup_values (GPtrArray *remarks, const char *key, gboolean all)
{
  const WijkField *field = find_field (key);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  GHashTableIter iter;
  gpointer value, n;

  for (guint i = 0; i < remarks->len; i++)
    {
      GPtrArray *set =
          field->kind == WIJK_FIELD_SET ? wijk_record_get_set (remarks->pdata[i], field) : NULL;
      g_autofree char *text =
          field->kind != WIJK_FIELD_SET ? wijk_record_dup_value (remarks->pdata[i], field) : NULL;

      if (text != NULL)
        count_value (counts, text);
      for (guint j = 0; set != NULL && j < set->len; j++)
        count_value (counts, set->pdata[j]);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &value, &n))
    if ((GPOINTER_TO_UINT (n) == remarks->len) == all)
      g_ptr_array_add (values, g_strdup (value));
  g_ptr_array_sort (values, compare_strings);

  return (GStrv) g_ptr_array_steal (values, NULL);
}

GPtrArray *
wijk_themes_dup_numbered (WijkState *state)
{
  g_autoptr (GPtrArray) outline = wijk_outline_new (state, WIJK_KIND_THEME, WIJK_THEME_DEPTH, NULL);
  GPtrArray *themes = g_ptr_array_new ();

  for (guint i = 0; i < MIN (outline->len, MOST_NUMBERS); i++)
    g_ptr_array_add (themes, ((WijkOutlineRow *) outline->pdata[i])->record);

  return themes;
}
