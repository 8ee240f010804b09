/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-cluster-edit.h"

#include <glib/gi18n.h>

#include "wijk-entry.h"
#include "wijk-rules.h"

/* ---- who belongs where ---- */

static int
compare_remarks (gconstpointer a, gconstpointer b)
{
  WijkRemark *one = *(WijkRemark *const *) a, *other = *(WijkRemark *const *) b;

  if (one->number != other->number)
    return one->number < other->number ? -1 : 1;

  return g_strcmp0 (one->label, other->label);
}

/* The remarks whose link @key leads to @id and that are not withdrawn, by number. */
static GPtrArray *
dup_below (WijkState *state, const char *key, const char *id)
{
  GPtrArray *remarks = wijk_state_dup_children (state, WIJK_KIND_REMARK, key, id);

  for (guint i = remarks->len; i > 0; i--)
    if (WIJK_REMARK (remarks->pdata[i - 1])->withdrawn != NULL)
      g_ptr_array_remove_index (remarks, i - 1);
  g_ptr_array_sort (remarks, compare_remarks);

  return remarks;
}

GPtrArray *
wijk_cluster_dup_members (WijkState *state, WijkCluster *cluster)
{
  return dup_below (state, "cluster", wijk_record_get_id (WIJK_RECORD (cluster)));
}

GPtrArray *
wijk_remark_dup_parts (WijkState *state, WijkRemark *remark)
{
  return dup_below (state, "part-of", wijk_record_get_id (WIJK_RECORD (remark)));
}

static WijkCluster *
cluster_of (WijkState *state, WijkRecord *record)
{
  if (WIJK_IS_CLUSTER (record))
    return WIJK_CLUSTER (record);

  return (WijkCluster *) wijk_state_lookup_live (
      state, WIJK_REMARK (record)->cluster, WIJK_KIND_CLUSTER);
}

/* ---- what points to a cluster ---- */

static const struct
{
  WijkKind kind;
  const char *key;
} pointers[] = {
  { WIJK_KIND_PRIORITY, "origin" },
  { WIJK_KIND_SECTION, "links" },
  { WIJK_KIND_REMARK, "opposes" },
  { WIJK_KIND_CLUSTER, "opposes" },
};

static void
set_member (
    GPtrArray *edits, WijkRecord *record, const char *key, const char *member, gboolean present)
{
  g_autofree char *name = g_strconcat (key, "/", member, NULL);

  wijk_edits_add (edits, wijk_record_get_id (record), name, present ? "1" : "");
}

/* What points to @cluster points to each of @targets (records) from now on. */
static void
point_elsewhere (WijkState *state, WijkRecord *cluster, GPtrArray *targets, GPtrArray *edits)
{
  const char *id = wijk_record_get_id (cluster);

  for (gsize k = 0; k < G_N_ELEMENTS (pointers); k++)
    {
      WijkRecordList *list = wijk_state_get_list (state, pointers[k].kind);
      const WijkField *field = wijk_kind_find_field (pointers[k].kind, pointers[k].key);

      for (guint i = 0; i < wijk_record_list_get_length (list); i++)
        {
          WijkRecord *record = wijk_record_list_get (list, i);

          if (!wijk_set_contains (wijk_record_get_set (record, field), id))
            continue;
          set_member (edits, record, pointers[k].key, id, FALSE);
          for (guint j = 0; j < targets->len; j++)
            if (targets->pdata[j] != record)
              set_member (
                  edits, record, pointers[k].key, wijk_record_get_id (targets->pdata[j]), TRUE);
        }
    }
}

/* ---- answers ---- */

static gboolean
has_answer (WijkCluster *cluster)
{
  return cluster->outcome != WIJK_OUTCOME_UNSET && cluster->reason != NULL;
}

static void
set_answer (GPtrArray *edits, WijkRecord *record, WijkCluster *from)
{
  wijk_edits_add (
      edits, wijk_record_get_id (record), "outcome", wijk_outcome_words[from->outcome - 1]);
  wijk_edits_add (edits, wijk_record_get_id (record), "reason", from->reason);
}

/* The cluster's answer becomes that of those of @members that have none of their own. */
static void
hand_down_answer (WijkCluster *cluster, GPtrArray *members, GPtrArray *edits)
{
  for (guint i = 0; has_answer (cluster) && i < members->len; i++)
    {
      WijkRemark *remark = members->pdata[i];

      if (remark->outcome == WIJK_OUTCOME_UNSET || remark->reason == NULL)
        set_answer (edits, WIJK_RECORD (remark), cluster);
    }
}

/* ---- merging ---- */

static void
add_count (GPtrArray *edits, WijkCluster *kept, const char *key, gint64 own, gint64 more)
{
  g_autofree char *sum = NULL;

  if (more == WIJK_UNSET)
    return;
  sum = g_strdup_printf ("%" G_GINT64_FORMAT, MIN (own == WIJK_UNSET ? more : own + more, 100000));
  wijk_edits_add (edits, wijk_record_get_id (WIJK_RECORD (kept)), key, sum);
}

/* @kept takes in all that @other is and has. */
static gboolean
take_in (WijkState *state, WijkCluster *kept, WijkCluster *other, GPtrArray *edits, GError **error)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = wijk_cluster_dup_members (state, other);

  if (has_answer (other) && !has_answer (kept))
    set_answer (edits, WIJK_RECORD (kept), other);
  else if (has_answer (other) &&
           (other->outcome != kept->outcome || !g_str_equal (other->reason, kept->reason)))
    hand_down_answer (other, members, edits);
  for (guint i = 0; i < members->len; i++)
    wijk_edits_add (edits,
                    wijk_record_get_id (members->pdata[i]),
                    "cluster",
                    wijk_record_get_id (WIJK_RECORD (kept)));
  add_count (edits, kept, "agree", kept->agree, other->agree);
  add_count (edits, kept, "disagree", kept->disagree, other->disagree);
  for (guint i = 0; other->opposes != NULL && i < other->opposes->len; i++)
    if (!g_str_equal (other->opposes->pdata[i], wijk_record_get_id (WIJK_RECORD (kept))))
      set_member (edits, WIJK_RECORD (kept), "opposes", other->opposes->pdata[i], TRUE);
  g_ptr_array_add (targets, kept);
  point_elsewhere (state, WIJK_RECORD (other), targets, edits);

  return wijk_entry_delete (state, WIJK_RECORD (other), edits, error);
}

/* Remarks among @records that are in no cluster and not withdrawn, and the clusters of all. */
static void
sort_out (WijkState *state, GPtrArray *records, GPtrArray *loose, GPtrArray *clusters)
{
  for (guint i = 0; i < records->len; i++)
    {
      WijkRecord *record = records->pdata[i];
      WijkCluster *cluster = cluster_of (state, record);
      GPtrArray *into = cluster != NULL ? clusters : loose;
      gpointer what = cluster != NULL ? (gpointer) cluster : record;

      if (WIJK_IS_REMARK (record) && WIJK_REMARK (record)->withdrawn != NULL)
        continue;
      if (!g_ptr_array_find (into, what, NULL))
        g_ptr_array_add (into, what);
    }
}

static char *
make_cluster (
    WijkState *state, const char *title, const char *today, GPtrArray *edits, GError **error)
{
  g_autoptr (GPtrArray) values = wijk_edits_new ();

  wijk_edits_add (values, "", "title", title);

  return wijk_entry_add (state, WIJK_KIND_CLUSTER, values, today, edits, error);
}

char *
wijk_cluster_edit_merge (WijkState *state,
                         GPtrArray *records,
                         const char *title,
                         const char *today,
                         GPtrArray *edits,
                         GError **error)
{
  g_autoptr (GPtrArray) loose = g_ptr_array_new ();
  g_autoptr (GPtrArray) clusters = g_ptr_array_new ();
  g_autofree char *id = NULL;

  sort_out (state, records, loose, clusters);
  if (loose->len + clusters->len < 2)
    {
      g_set_error_literal (error,
                           WIJK_RULE_ERROR,
                           WIJK_RULE_ERROR_SET,
                           clusters->len > 0 ? _ ("These are together already.")
                                             : _ ("Choose at least two remarks to merge."));
      return NULL;
    }
  id = clusters->len > 0 ? g_strdup (wijk_record_get_id (clusters->pdata[0]))
                         : make_cluster (state, title, today, edits, error);
  if (id == NULL)
    return NULL;
  for (guint i = 0; i < loose->len; i++)
    wijk_edits_add (edits, wijk_record_get_id (loose->pdata[i]), "cluster", id);
  for (guint i = 1; i < clusters->len; i++)
    if (!take_in (state, clusters->pdata[0], clusters->pdata[i], edits, error))
      return NULL;

  return g_steal_pointer (&id);
}

/* ---- taking apart ---- */

gboolean
wijk_cluster_edit_dissolve (WijkState *state,
                            WijkCluster *cluster,
                            GPtrArray *edits,
                            GError **error)
{
  g_autoptr (GPtrArray) members = wijk_cluster_dup_members (state, cluster);

  hand_down_answer (cluster, members, edits);
  point_elsewhere (state, WIJK_RECORD (cluster), members, edits);
  for (guint i = 0; i < members->len; i++)
    wijk_edits_add (edits, wijk_record_get_id (members->pdata[i]), "cluster", "");

  return wijk_entry_delete (state, WIJK_RECORD (cluster), edits, error);
}

gboolean
wijk_cluster_edit_take_out (WijkState *state, WijkRemark *remark, GPtrArray *edits, GError **error)
{
  WijkCluster *cluster = cluster_of (state, WIJK_RECORD (remark));
  g_autoptr (GPtrArray) members = NULL;

  if (cluster == NULL)
    {
      g_set_error_literal (
          error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_SET, _ ("This remark is in no group."));
      return FALSE;
    }
  members = wijk_cluster_dup_members (state, cluster);
  if (members->len <= 2)
    return wijk_cluster_edit_dissolve (state, cluster, edits, error);
  wijk_edits_add (edits, wijk_record_get_id (WIJK_RECORD (remark)), "cluster", "");

  return TRUE;
}

/* ---- splitting ---- */

/* What a part has from the whole: where and how it was said. */
static const char *const inherited[] = { "session", "channel", "date", "area-code",
                                         "count",   "table",   "role" };

static gboolean
add_part (WijkState *state,
          WijkRemark *whole,
          const char *words,
          const char *today,
          GPtrArray *edits,
          GError **error)
{
  g_autoptr (GPtrArray) values = wijk_edits_new ();
  g_autofree char *id = NULL;

  wijk_edits_add (values, "", "text", words);
  wijk_edits_add (values, "", "part-of", wijk_record_get_id (WIJK_RECORD (whole)));
  for (gsize i = 0; i < G_N_ELEMENTS (inherited); i++)
    {
      const WijkField *field = wijk_kind_find_field (WIJK_KIND_REMARK, inherited[i]);
      g_autofree char *value = wijk_record_dup_value (WIJK_RECORD (whole), field);

      if (*value != '\0')
        wijk_edits_add (values, "", inherited[i], value);
    }
  id = wijk_entry_add (state, WIJK_KIND_REMARK, values, today, edits, error);

  return id != NULL;
}

gboolean
wijk_cluster_edit_split (WijkState *state,
                         WijkRemark *remark,
                         const char *const *parts,
                         const char *today,
                         GPtrArray *edits,
                         GError **error)
{
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *words = g_strstrip (g_strdup (parts[i]));

      if (*words == '\0')
        continue;
      if (!add_part (state, remark, words, today, edits, error))
        return FALSE;
      n++;
    }
  if (n >= 2 && remark->withdrawn == NULL)
    return TRUE;
  g_set_error_literal (error,
                       WIJK_RULE_ERROR,
                       WIJK_RULE_ERROR_SET,
                       n < 2 ? _ ("Write at least two parts.")
                             : _ ("A withdrawn remark is not split."));

  return FALSE;
}

guint
wijk_cluster_edit_rejoin (WijkState *state,
                          WijkRemark *remark,
                          const char *reason,
                          GPtrArray *edits)
{
  g_autoptr (GPtrArray) parts = wijk_remark_dup_parts (state, remark);

  for (guint i = 0; i < parts->len; i++)
    wijk_edits_add (edits, wijk_record_get_id (parts->pdata[i]), "withdrawn", reason);

  return parts->len;
}

/* ---- not the same, and the opposite ---- */

void
wijk_cluster_edit_refuse (GPtrArray *remarks, GPtrArray *edits)
{
  for (guint i = 0; i < remarks->len; i++)
    for (guint j = i + 1; j < remarks->len; j++)
      set_member (
          edits, remarks->pdata[i], "distinct", wijk_record_get_id (remarks->pdata[j]), TRUE);
}

static GPtrArray *
get_opposes (WijkRecord *record)
{
  return WIJK_IS_CLUSTER (record) ? WIJK_CLUSTER (record)->opposes : WIJK_REMARK (record)->opposes;
}

void
wijk_cluster_edit_oppose (WijkRecord *record, WijkRecord *other, gboolean opposed, GPtrArray *edits)
{
  gboolean here = wijk_set_contains (get_opposes (record), wijk_record_get_id (other));
  gboolean there = wijk_set_contains (get_opposes (other), wijk_record_get_id (record));

  if (opposed && !here && !there && record != other)
    set_member (edits, record, "opposes", wijk_record_get_id (other), TRUE);
  if (!opposed && here)
    set_member (edits, record, "opposes", wijk_record_get_id (other), FALSE);
  if (!opposed && there)
    set_member (edits, other, "opposes", wijk_record_get_id (record), FALSE);
}

static gboolean
is_shown (WijkRecord *record)
{
  return record != NULL && !wijk_record_is_deleted (record) &&
         !(WIJK_IS_REMARK (record) && WIJK_REMARK (record)->withdrawn != NULL);
}

GPtrArray *
wijk_record_dup_opposing (WijkState *state, WijkRecord *record)
{
  static const WijkKind kinds[] = { WIJK_KIND_CLUSTER, WIJK_KIND_REMARK };
  GPtrArray *own = get_opposes (record);
  GPtrArray *opposing = g_ptr_array_new ();

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      WijkRecordList *list = wijk_state_get_list (state, kinds[k]);

      for (guint i = 0; i < wijk_record_list_get_length (list); i++)
        {
          WijkRecord *other = wijk_record_list_get (list, i);

          if (other != record && is_shown (other) &&
              (wijk_set_contains (own, wijk_record_get_id (other)) ||
               wijk_set_contains (get_opposes (other), wijk_record_get_id (record))))
            g_ptr_array_add (opposing, other);
        }
    }

  return opposing;
}
