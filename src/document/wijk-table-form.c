/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a form that went out, came back filled in, and may come back once more. What was taken in
 * last is kept as digests on this laptop: so it can be told who changed what since. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-id.h"
#include "wijk-remark.h"
#include "wijk-table-rows.h"

#define NOTE "form/"

/* ---- which row ---- */

/* The form's id in "form-.../3/12", its third table's twelfth row; NULL if it is no such thing. */
static char *
dup_form (const char *row)
{
  g_auto (GStrv) parts = row != NULL ? g_strsplit (row, "/", 4) : NULL;

  return parts != NULL && g_strv_length (parts) == 3 && wijk_id_has_kind (parts[0], "form") &&
                 strlen (row) <= 60
             ? g_strdup (parts[0])
             : NULL;
}

char *
wijk_table_form_claim (WijkTableRows *self, const WijkGridRemark *row)
{
  g_autofree char *form = dup_form (row->row);

  if (form == NULL || g_hash_table_contains (self->forms, row->row))
    return NULL;
  g_hash_table_insert (self->forms, g_strdup (row->row), g_steal_pointer (&form));

  return wijk_id_derive ("remark", row->row);
}

/* ---- what it said ---- */

static char *
make_digest (const char *value)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, value, -1);

  return g_strndup (sum, 16);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/* The members of the set @key among @values, joined in order; of any other field its value. NULL:
 * the row says nothing of it. */
static char *
dup_said (GPtrArray *values, const WijkField *field)
{
  g_autofree char *prefix = g_strconcat (field->key, "/", NULL);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  if (field->kind != WIJK_FIELD_SET)
    return g_strdup (wijk_table_rows_find (values, field->key));
  for (guint i = 0; i < values->len; i++)
    {
      WijkEdit *edit = values->pdata[i];

      if (g_str_has_prefix (edit->field, prefix))
        g_ptr_array_add (members, edit->field + strlen (prefix));
    }
  if (members->len == 0)
    return NULL;
  g_ptr_array_sort_values (members, compare_texts);
  g_ptr_array_add (members, NULL);

  return g_strjoinv (" ", (char **) members->pdata);
}

/* The same of what stands in the plan. */
static char *
dup_standing (WijkRecord *remark, const WijkField *field)
{
  GPtrArray *set = field->kind == WIJK_FIELD_SET ? wijk_record_get_set (remark, field) : NULL;
  GString *joined;

  if (field->kind != WIJK_FIELD_SET)
    return wijk_record_dup_value (remark, field);
  joined = g_string_new (NULL);
  for (guint i = 0; set != NULL && i < set->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", (char *) set->pdata[i]);

  return g_string_free (joined, FALSE);
}

void
wijk_table_form_keep (WijkTableRows *self, const WijkGridRemark *row, GPtrArray *values)
{
  guint n_fields;
  const WijkField *fields = wijk_kind_get_fields (WIJK_KIND_REMARK, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *said = dup_said (values, &fields[i]);

      if (said != NULL)
        g_hash_table_replace (
            self->bases, g_strjoin (" ", row->row, fields[i].key, NULL), make_digest (said));
    }
}

/* ---- merging ---- */

static void
set_field (WijkTableRows *self, WijkRecord *remark, const WijkField *field, GPtrArray *values)
{
  const char *id = wijk_record_get_id (remark);
  g_autofree char *prefix = g_strconcat (field->key, "/", NULL);
  GPtrArray *set = field->kind == WIJK_FIELD_SET ? wijk_record_get_set (remark, field) : NULL;

  for (guint i = 0; set != NULL && i < set->len; i++)
    {
      g_autofree char *name = g_strconcat (prefix, (char *) set->pdata[i], NULL);

      if (wijk_table_rows_find (values, name) == NULL)
        wijk_edits_add (self->edits, id, name, "");
    }
  for (guint i = 0; i < values->len; i++)
    {
      const WijkEdit *edit = values->pdata[i];

      if (field->kind == WIJK_FIELD_SET ? g_str_has_prefix (edit->field, prefix)
                                        : g_str_equal (edit->field, field->key))
        wijk_edits_add (self->edits, id, edit->field, edit->value);
    }
}

typedef enum
{
  SAME,
  TAKEN, /* from the row */
  KEPT,  /* as it is in the plan */
} Merged;

static Merged
merge_field (WijkTableRows *self,
             const WijkGridRemark *row,
             WijkRecord *remark,
             const WijkField *field,
             GPtrArray *values)
{
  g_autofree char *said = dup_said (values, field);
  g_autofree char *standing = dup_standing (remark, field);
  g_autofree char *place = g_strjoin (" ", row->row, field->key, NULL);
  const char *base = g_hash_table_lookup (self->bases, place);
  g_autofree char *said_digest = NULL;
  g_autofree char *standing_digest = NULL;

  if (said == NULL || g_strcmp0 (said, standing) == 0)
    return SAME;
  said_digest = make_digest (said);
  standing_digest = make_digest (standing != NULL ? standing : "");
  if (base != NULL ? g_str_equal (base, standing_digest) : standing == NULL || *standing == '\0')
    {
      set_field (self, remark, field, values);
      return TAKEN;
    }

  return KEPT;
}

void
wijk_table_form_merge (WijkTableRows *self,
                       const WijkGridRemark *row,
                       WijkRecord *remark,
                       GPtrArray *values)
{
  guint n_fields;
  const WijkField *fields = wijk_kind_get_fields (WIJK_KIND_REMARK, &n_fields);
  g_autoptr (GString) kept = g_string_new (NULL);
  gboolean is_taken = FALSE;

  if (((WijkRemark *) remark)->text == NULL) /* its words were erased, which nothing brings back */
    {
      self->report->n_same++;
      return;
    }
  for (guint i = 0; i < n_fields; i++)
    {
      Merged merged = merge_field (self, row, remark, &fields[i], values);

      is_taken = is_taken || merged == TAKEN;
      if (merged == KEPT)
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? ", " : "", fields[i].key);
    }
  if (is_taken)
    self->report->n_changed++;
  else
    self->report->n_same++;
  if (kept->len == 0)
    return;
  self->report->n_kept++;
  /* Translators: number of the row, "R-12", names of fields */
  wijk_table_rows_note (self,
                        g_strdup_printf (_ ("Row %u: %s was changed in the plan, which stands: "
                                            "%s."),
                                         row->number,
                                         ((WijkRemark *) remark)->label,
                                         kept->str));
}

/* ---- between times ---- */

static void
load_form (WijkTableRows *self, WijkStore *store, const char *form)
{
  g_autofree char *key = g_strconcat (NOTE, form, NULL);
  g_autofree char *note = wijk_store_dup_note (store, key);
  g_auto (GStrv) lines = g_strsplit (note != NULL ? note : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *equals = strchr (lines[i], '=');

      if (equals != NULL)
        g_hash_table_replace (
            self->bases, g_strndup (lines[i], (gsize) (equals - lines[i])), g_strdup (equals + 1));
    }
}

void
wijk_table_form_load (WijkTableRows *self, WijkStore *store, GPtrArray *rows)
{
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char *form = dup_form (((const WijkGridRemark *) rows->pdata[i])->row);

      if (form != NULL && g_hash_table_add (forms, form))
        load_form (self, store, form);
    }
}

static gboolean
save_form (WijkTableRows *self, WijkStore *store, const char *form, GError **error)
{
  g_autofree char *key = g_strconcat (NOTE, form, NULL);
  g_autoptr (GString) note = g_string_new (NULL);
  GHashTableIter iter;
  gpointer place, digest;

  g_hash_table_iter_init (&iter, self->bases);
  while (g_hash_table_iter_next (&iter, &place, &digest))
    if (g_str_has_prefix (place, form))
      g_string_append_printf (note, "%s=%s\n", (char *) place, (char *) digest);

  return wijk_store_set_note (store, key, note->str, error);
}

gboolean
wijk_table_form_save (WijkTableRows *self, WijkStore *store, GError **error)
{
  g_autoptr (GHashTable) saved = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer form;

  g_hash_table_iter_init (&iter, self->forms);
  while (g_hash_table_iter_next (&iter, NULL, &form))
    if (g_hash_table_add (saved, form) && !save_form (self, store, form, error))
      return FALSE;

  return TRUE;
}
