/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-fold.h"
#include "wijk-id.h"
#include "wijk-outline.h"
#include "wijk-place.h"
#include "wijk-rules.h"
#include "wijk-store.h"

/* ---- a record as it would be ---- */

static int
compare_heads (gconstpointer a, gconstpointer b)
{
  return strcmp (((const WijkHead *) a)->field, ((const WijkHead *) b)->field);
}

/* Puts what stands in @record into @fields: name of field or member -> value. */
static void
collect_fields (WijkRecord *record, GHashTable *fields)
{
  guint n_fields;
  const WijkField *table = wijk_kind_get_fields (wijk_record_get_kind (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      GPtrArray *set =
          table[i].kind == WIJK_FIELD_SET ? wijk_record_get_set (record, &table[i]) : NULL;

      if (table[i].kind != WIJK_FIELD_SET)
        g_hash_table_insert (
            fields, g_strdup (table[i].key), wijk_record_dup_value (record, &table[i]));
      for (guint j = 0; set != NULL && j < set->len; j++)
        g_hash_table_insert (
            fields, g_strconcat (table[i].key, "/", (char *) set->pdata[j], NULL), g_strdup ("1"));
    }
}

/* The edits of each record, lent. */
static GHashTable *
sort_by_record (GPtrArray *edits)
{
  GHashTable *by_record =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < edits->len; i++)
    {
      WijkEdit *edit = edits->pdata[i];
      GPtrArray *own = g_hash_table_lookup (by_record, edit->record);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (by_record, edit->record, own);
        }
      g_ptr_array_add (own, edit);
    }

  return by_record;
}

/* @record (NULL: new) with @edits, which are all for @id, done. */
static WijkRecord *
make_candidate (WijkRecord *record, const char *id, GPtrArray *edits)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (WijkHead));
  WijkRecord *candidate = wijk_record_new (id);
  GHashTableIter iter;
  WijkHead head = { .record = id, .stamp = "" };

  if (record != NULL)
    collect_fields (record, fields);
  for (guint i = 0; i < edits->len; i++)
    {
      WijkEdit *edit = edits->pdata[i];

      if (!g_str_equal (edit->field, "deleted"))
        g_hash_table_insert (fields, g_strdup (edit->field), g_strdup (edit->value));
    }
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, (gpointer *) &head.field, (gpointer *) &head.value))
    g_array_append_val (heads, head);
  g_array_sort (heads, compare_heads);
  wijk_record_take (candidate, (const WijkHead *) (gpointer) heads->data, heads->len);

  return candidate;
}

/* ---- checks ---- */

static gboolean
is_in (GPtrArray *edits, const char *id)
{
  for (guint i = 0; i < edits->len; i++)
    if (g_str_equal (((WijkEdit *) edits->pdata[i])->record, id))
      return TRUE;

  return FALSE;
}

static gboolean
check_within_field (const WijkField *field, gboolean is_new, const WijkEdit *edit, GError **error)
{
  if ((field->flags & WIJK_FIELD_FIXED) != 0 && !is_new)
    {
      g_set_error (error,
                   WIJK_FIELD_ERROR,
                   WIJK_FIELD_ERROR_FIXED,
                   _ ("%s: this is given once and does not change."),
                   edit->field);
      return FALSE;
    }
  if (g_str_equal (edit->value, WIJK_EDIT_NUMBER) && is_new &&
      (g_str_equal (edit->field, "number") || g_str_equal (edit->field, "label")))
    return TRUE;
  if (field->kind == WIJK_FIELD_SET)
    {
      if (*edit->value != '\0' && !g_str_equal (edit->value, "1"))
        {
          g_set_error (error,
                       WIJK_FIELD_ERROR,
                       WIJK_FIELD_ERROR_VALUE,
                       _ ("%s: a member of a set is there or not."),
                       edit->field);
          return FALSE;
        }
      return *edit->value == '\0' ||
             wijk_field_check_member (field, strchr (edit->field, '/') + 1, error);
    }

  return wijk_field_check (field, edit->value, error);
}

static gboolean
check_required (WijkRecord *candidate, GError **error)
{
  guint n_fields;
  const WijkField *fields = wijk_kind_get_fields (wijk_record_get_kind (candidate), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = NULL;

      if ((fields[i].flags & WIJK_FIELD_REQUIRED) == 0)
        continue;
      value = wijk_record_dup_value (candidate, &fields[i]);
      if (!wijk_field_check (&fields[i], value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_value (WijkRecord *standing, WijkRecord *candidate, const WijkEdit *edit, GError **error)
{
  WijkKind kind = wijk_record_get_kind (candidate);
  const WijkField *field = wijk_kind_find_field (kind, edit->field);

  if (g_str_equal (edit->field, "deleted"))
    return TRUE;
  if (field == NULL || (field->kind == WIJK_FIELD_SET) != (strchr (edit->field, '/') != NULL))
    {
      g_set_error (error,
                   WIJK_FIELD_ERROR,
                   WIJK_FIELD_ERROR_UNKNOWN,
                   field == NULL ? _ ("A %s has no field “%s”.")
                                 : _ ("%s: “%s” is a set; use += and -=."),
                   wijk_kind_to_word (kind),
                   edit->field);
      return FALSE;
    }

  return check_within_field (field, standing == NULL, edit, error);
}

/* Of an edit whose value can stand in its field. */
static gboolean
check_rules (
    WijkState *state, WijkRecord *candidate, const WijkEdit *edit, GPtrArray *made, GError **error)
{
  WijkKind kind = wijk_record_get_kind (candidate);
  const WijkField *field = wijk_kind_find_field (kind, edit->field);
  const char *target;
  WijkRecord *there;

  if (g_str_equal (edit->field, "deleted"))
    return TRUE;
  if (*edit->value == '\0' && field->kind == WIJK_FIELD_SET)
    return TRUE; /* taking a member out is never wrong */
  target = field->kind == WIJK_FIELD_SET ? strchr (edit->field, '/') + 1 : edit->value;
  there = (field->flags & WIJK_FIELD_LINK) != 0 ? wijk_state_lookup (state, target) : NULL;
  if ((field->flags & WIJK_FIELD_LINK) != 0 && (there == NULL || wijk_record_is_deleted (there)) &&
      is_in (made, target))
    return TRUE; /* to something that is made, or brought back, in the same step */

  return wijk_rules_check_edit (state, candidate, edit->field, edit->value, error);
}

/* @made: all edits of the step, of which @edits may be a part. */
static gboolean
check_edits (WijkState *state, GPtrArray *edits, GPtrArray *made, GError **error)
{
  g_autoptr (GHashTable) candidates =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (GHashTable) by_record = sort_by_record (edits);

  for (guint i = 0; i < edits->len; i++)
    {
      WijkEdit *edit = edits->pdata[i];
      WijkRecord *standing = wijk_state_lookup (state, edit->record);
      WijkRecord *candidate = g_hash_table_lookup (candidates, edit->record);

      if (candidate == NULL)
        {
          candidate = make_candidate (
              standing, edit->record, g_hash_table_lookup (by_record, edit->record));
          g_hash_table_insert (candidates, edit->record, candidate);
          if (standing == NULL && !check_required (candidate, error))
            return FALSE;
        }
      if (!check_value (standing, candidate, edit, error))
        return FALSE;
    }
  for (guint i = 0; i < edits->len; i++)
    {
      WijkEdit *edit = edits->pdata[i];

      if (!check_rules (state, g_hash_table_lookup (candidates, edit->record), edit, made, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
wijk_entry_check (WijkState *state, GPtrArray *edits, GError **error)
{
  return check_edits (state, edits, edits, error);
}

/* ---- making ---- */

static const char *
value_of (GPtrArray *values, const char *key)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (((WijkEdit *) values->pdata[i])->field, key))
      return ((WijkEdit *) values->pdata[i])->value;

  return NULL;
}

/* The key of the last of @kind below @parent, lent; NULL if there is none. */
static const char *
last_key (WijkState *state, WijkKind kind, const char *parent)
{
  g_autoptr (GPtrArray) sorted = wijk_state_dup_sorted (state, kind);

  for (guint i = sorted->len; i > 0; i--)
    {
      const char *place = wijk_record_get_place (sorted->pdata[i - 1]);
      g_autofree char *above = wijk_place_dup_parent (place);

      if (g_str_equal (above, parent))
        return wijk_place_get_key (place);
    }

  return NULL;
}

static char *
make_id (WijkState *state, WijkKind kind, GPtrArray *values)
{
  const char *name = value_of (values, "name");
  const char *place = value_of (values, "place");
  g_autofree char *folded = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *seed = NULL;
  WijkPlan *plan = wijk_state_get_plan (state);

  if (kind != WIJK_KIND_THEME || name == NULL || plan == NULL)
    return wijk_id_new (wijk_kind_to_word (kind));

  /* five laptops that invent "verkeer" make one theme */
  folded = wijk_fold (name);
  parent = wijk_place_dup_parent (place);
  seed = g_strjoin ("\n", wijk_record_get_id (WIJK_RECORD (plan)), parent, folded, NULL);

  return wijk_id_derive ("theme", seed);
}

static void
add_default (
    GPtrArray *edits, GPtrArray *values, const char *id, const char *key, const char *value)
{
  if (value_of (values, key) == NULL)
    wijk_edits_add (edits, id, key, value);
}

static void
add_defaults (WijkState *state,
              WijkKind kind,
              GPtrArray *values,
              const char *today,
              const char *id,
              GPtrArray *edits)
{
  if (wijk_kind_find_field (kind, "place") != NULL && value_of (values, "place") == NULL)
    {
      g_autofree char *place = wijk_place_new (NULL, last_key (state, kind, ""), NULL);

      wijk_edits_add (edits, id, "place", place);
    }
  if (kind == WIJK_KIND_REMARK)
    {
      if (wijk_state_lookup (state, id) == NULL) /* else it keeps the number that it had */
        {
          add_default (edits, values, id, "number", WIJK_EDIT_NUMBER);
          add_default (edits, values, id, "label", WIJK_EDIT_NUMBER);
        }
      add_default (edits, values, id, "date", today);
    }
  if (kind == WIJK_KIND_SECTION)
    add_default (edits, values, id, "status", "idee");
  if (kind == WIJK_KIND_PRIORITY || kind == WIJK_KIND_MEASURE)
    add_default (edits, values, id, "status", "gepland");
}

char *
wijk_entry_add (WijkState *state,
                WijkKind kind,
                GPtrArray *values,
                const char *today,
                GPtrArray *edits,
                GError **error)
{
  g_autofree char *id = make_id (state, kind, values);

  return wijk_entry_add_as (state, kind, id, values, today, edits, error) ? g_steal_pointer (&id)
                                                                          : NULL;
}

gboolean
wijk_entry_add_as (WijkState *state,
                   WijkKind kind,
                   const char *id,
                   GPtrArray *values,
                   const char *today,
                   GPtrArray *edits,
                   GError **error)
{
  g_autoptr (GPtrArray) own = wijk_edits_new ();

  if (kind == WIJK_KIND_OTHER || kind == WIJK_KIND_PLAN || kind == WIJK_KIND_VERSION)
    {
      g_set_error (error,
                   WIJK_FIELD_ERROR,
                   WIJK_FIELD_ERROR_UNKNOWN,
                   _ ("A record of the kind “%s” cannot be added."),
                   wijk_kind_to_word (kind));
      return FALSE;
    }
  if (kind == WIJK_KIND_REMARK &&
      (value_of (values, "number") != NULL || value_of (values, "label") != NULL))
    {
      g_set_error_literal (error,
                           WIJK_FIELD_ERROR,
                           WIJK_FIELD_ERROR_FIXED,
                           _ ("A remark gets its number by itself."));
      return FALSE;
    }
  for (guint i = 0; i < values->len; i++)
    {
      WijkEdit *value = values->pdata[i];

      wijk_edits_add (own, id, value->field, value->value);
    }
  add_defaults (state, kind, values, today, id, own);
  if (wijk_state_lookup (state, id) != NULL) /* it may have been deleted */
    wijk_edits_add (own, id, "deleted", "");
  if (!check_edits (state, own, edits, error))
    return FALSE;
  g_ptr_array_extend_and_steal (edits, g_steal_pointer (&own));

  return TRUE;
}

/* ---- deleting ---- */

/* What hangs on what: a child names its parent in this field. */
static const struct
{
  WijkKind child;
  const char *key;
} hangs[] = {
  { WIJK_KIND_MEASURE, "priority" },
  { WIJK_KIND_WEIGHT, "of" },
  { WIJK_KIND_AMOUNT, "of" },
  { WIJK_KIND_INDICATOR, "of" },
  { WIJK_KIND_MEASUREMENT, "indicator" },
  { WIJK_KIND_QUOTE, "source" },
  { WIJK_KIND_COMMITMENT, "stakeholder" },
  { WIJK_KIND_COMMENT, "of" },
  { WIJK_KIND_ATTENDANCE, "session" },
  { WIJK_KIND_OPTION, "ballot" },
  { WIJK_KIND_VOTE, "option" },
};

static void
delete_with_children (WijkState *state, WijkRecord *record, GPtrArray *edits)
{
  WijkKind kind = wijk_record_get_kind (record);
  const char *id = wijk_record_get_id (record);

  if (is_in (edits, id)) /* a ring */
    return;
  wijk_edits_add (edits, id, "deleted", "1");
  for (gsize i = 0; i < G_N_ELEMENTS (hangs); i++)
    {
      g_autoptr (GPtrArray) children =
          wijk_state_dup_children (state, hangs[i].child, hangs[i].key, id);

      for (guint j = 0; j < children->len; j++)
        delete_with_children (state, children->pdata[j], edits);
    }
  if (kind == WIJK_KIND_SECTION || kind == WIJK_KIND_THEME)
    {
      g_autoptr (GPtrArray) all = wijk_state_dup_sorted (state, kind);

      for (guint i = 0; i < all->len; i++)
        {
          g_autofree char *parent = wijk_place_dup_parent (wijk_record_get_place (all->pdata[i]));

          if (g_str_equal (parent, id))
            delete_with_children (state, all->pdata[i], edits);
        }
    }
}

gboolean
wijk_entry_delete (WijkState *state, WijkRecord *record, GPtrArray *edits, GError **error)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (kind == WIJK_KIND_REMARK || kind == WIJK_KIND_PLAN || kind == WIJK_KIND_VERSION)
    {
      g_set_error_literal (error,
                           WIJK_RULE_ERROR,
                           WIJK_RULE_ERROR_SET,
                           kind == WIJK_KIND_REMARK
                               ? _ ("A remark is never deleted: withdraw it with a reason.")
                               : _ ("A plan or version is not deleted here."));
      return FALSE;
    }
  delete_with_children (state, record, edits);

  return TRUE;
}

/* ---- moving ---- */

static GPtrArray *
siblings_under (WijkState *state, WijkRecord *record, WijkRecord *parent)
{
  WijkKind kind = wijk_record_get_kind (record);
  guint max_depth = kind == WIJK_KIND_SECTION ? WIJK_SECTION_DEPTH : WIJK_THEME_DEPTH;
  g_autoptr (GPtrArray) outline = wijk_outline_new (state, kind, max_depth, NULL);
  GPtrArray *siblings = g_ptr_array_new ();

  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *row = outline->pdata[i];

      if (row->parent == parent && row->record != record)
        g_ptr_array_add (siblings, row->record);
    }

  return siblings;
}

static const char *
key_of (GPtrArray *siblings, guint index)
{
  return index < siblings->len ? wijk_place_get_key (wijk_record_get_place (siblings->pdata[index]))
                               : NULL;
}

gboolean
wijk_entry_move (WijkState *state,
                 WijkRecord *record,
                 WijkRecord *parent,
                 WijkRecord *after,
                 GPtrArray *edits,
                 GError **error)
{
  const char *id = wijk_record_get_id (record);
  const char *parent_id = parent != NULL ? wijk_record_get_id (parent) : "";
  g_autoptr (GPtrArray) siblings = siblings_under (state, record, parent);
  g_autofree char *place = NULL;
  g_autofree char *renewed = NULL;
  guint at = 0;

  if (after != NULL && g_ptr_array_find (siblings, after, &at))
    at++;
  place =
      wijk_place_new (parent_id, at > 0 ? key_of (siblings, at - 1) : NULL, key_of (siblings, at));
  if (place == NULL) /* equal keys, from two laptops: the later one is renewed first */
    {
      renewed = wijk_place_new (parent_id, key_of (siblings, at), key_of (siblings, at + 1));
      if (renewed != NULL)
        {
          wijk_edits_add (edits, wijk_record_get_id (siblings->pdata[at]), "place", renewed);
          place = wijk_place_new (
              parent_id, at > 0 ? key_of (siblings, at - 1) : NULL, wijk_place_get_key (renewed));
        }
    }
  if (place == NULL)
    place = wijk_place_new (
        parent_id, last_key (state, wijk_record_get_kind (record), parent_id), NULL);
  wijk_edits_add (edits, id, "place", place);

  return wijk_entry_check (state, edits, error);
}
