/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making a record what its heads say. */

#include "config.h"

#include <string.h>

#include "wijk-record-private.h"

/* ---- values ---- */

static gboolean
put_int (WijkRecord *self, const WijkField *field, const char *value)
{
  gint64 number = value != NULL && *value != '\0' ? g_ascii_strtoll (value, NULL, 10) : WIJK_UNSET;
  gint64 *at = wijk_record_slot (self, field);

  if (*at == number)
    return FALSE;
  *at = number;

  return TRUE;
}

static gboolean
put_small (WijkRecord *self, const WijkField *field, const char *value)
{
  int *at = wijk_record_slot (self, field);
  int number;

  if (field->kind == WIJK_FIELD_BOOL)
    number = g_strcmp0 (value, "1") == 0;
  else
    number = MAX (wijk_field_choice_from_word (field, value), 0);
  if (*at == number)
    return FALSE;
  *at = number;

  return TRUE;
}

static gboolean
put (WijkRecord *self, const WijkField *field, const char *value)
{
  switch (field->kind)
    {
    case WIJK_FIELD_TEXT:
    case WIJK_FIELD_DATE:
      return g_set_str (wijk_record_slot (self, field),
                        value != NULL && *value != '\0' ? value : NULL);
    case WIJK_FIELD_INT:
      return put_int (self, field, value);
    case WIJK_FIELD_BOOL:
    case WIJK_FIELD_CHOICE:
      return put_small (self, field, value);
    case WIJK_FIELD_SET:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
put_set (WijkRecord *self, const WijkField *field, GPtrArray *members)
{
  GPtrArray **at = wijk_record_slot (self, field);
  guint n_old = *at != NULL ? (*at)->len : 0;
  gboolean same = members->len == n_old;

  for (guint i = 0; same && i < n_old; i++)
    same = g_str_equal (members->pdata[i], (*at)->pdata[i]);
  if (same)
    return FALSE;
  g_clear_pointer (at, g_ptr_array_unref);
  if (members->len > 0)
    {
      *at = g_ptr_array_new_full (members->len, g_free);
      for (guint i = 0; i < members->len; i++)
        g_ptr_array_add (*at, g_strdup (members->pdata[i]));
    }

  return TRUE;
}

/* ---- taking heads ---- */

typedef struct
{
  WijkRecord *self;
  const WijkHead *heads;
  guint n_heads;
  guint at;
  gboolean changed;
  GStrvBuilder *conflicts; /* made at the first */
} Taking;

/* The heads of one field, from @at on; sets @at behind them. */
static const WijkHead *
next_group (Taking *t, guint *n_group)
{
  const WijkHead *first = &t->heads[t->at];
  guint n = 1;

  while (t->at + n < t->n_heads && g_str_equal (first[n].field, first->field))
    n++;
  t->at += n;
  *n_group = n;

  return first;
}

static void
note_conflict (Taking *t, const WijkHead *group, guint n_group)
{
  for (guint i = 1; i < n_group; i++)
    if (g_strcmp0 (group[i].value, group[0].value) != 0)
      {
        if (t->conflicts == NULL)
          t->conflicts = g_strv_builder_new ();
        g_strv_builder_add (t->conflicts, group->field);
        return;
      }
}

static void
notify (Taking *t, guint field_index)
{
  t->changed = TRUE;
  g_object_notify_by_pspec (G_OBJECT (t->self),
                            WIJK_RECORD_GET_CLASS (t->self)->pspecs[field_index + 1]);
}

static void
take_set (Taking *t, const WijkField *field, guint index)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  gsize key_length = strlen (field->key);

  while (t->at < t->n_heads && strncmp (t->heads[t->at].field, field->key, key_length) == 0 &&
         t->heads[t->at].field[key_length] == '/')
    {
      guint n_group;
      const WijkHead *group = next_group (t, &n_group);

      note_conflict (t, group, n_group);
      if (g_strcmp0 (group[n_group - 1].value, "1") == 0)
        g_ptr_array_add (members, (gpointer) (group->field + key_length + 1));
    }
  if (put_set (t->self, field, members))
    notify (t, index);
}

static void
take_field (Taking *t, const WijkField *field, guint index)
{
  const char *value = NULL, *stamp = NULL;

  if (t->at < t->n_heads && g_str_equal (t->heads[t->at].field, field->key))
    {
      guint n_group;
      const WijkHead *group = next_group (t, &n_group);

      value = group[n_group - 1].value;
      stamp = group[n_group - 1].stamp;
      if ((field->flags & (WIJK_FIELD_PLACE | WIJK_FIELD_LOOK)) == 0)
        note_conflict (t, group, n_group);
    }
  if ((field->flags & WIJK_FIELD_PLACE) != 0)
    g_set_str (&wijk_record_get_private (t->self)->place_stamp, stamp);
  if (put (t->self, field, value))
    notify (t, index);
}

/* Fields that every record has, of which no table tells. */
static gboolean
is_own (const char *field)
{
  return g_str_equal (field, "deleted") || g_str_equal (field, "erased");
}

/* The name of a field that the table does not have. */
static void
take_unknown (Taking *t, GHashTable **unknown)
{
  guint n_group;
  const WijkHead *group = next_group (t, &n_group);

  if (is_own (group->field))
    return;
  if (*unknown == NULL)
    *unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (*unknown, g_strdup (group->field), g_strdup (group[n_group - 1].value));
  note_conflict (t, group, n_group);
}

/* Before the field at @key in bytewise order come names that are not in the table. A set's members
 * sort behind its own key, which says nothing, so that `origin` < `origin/x` < `owner`; but
 * `a-b` < `a/x`: no key of a set is the beginning of another key with a hyphen. */
static gboolean
comes_before (const char *name, const WijkField *field)
{
  gsize length = strlen (field->key);

  if (strncmp (name, field->key, length) == 0)
    return field->kind == WIJK_FIELD_SET && name[length] < '/';

  return strcmp (name, field->key) < 0;
}

static void
take_all (Taking *t, GHashTable **unknown)
{
  WijkRecordClass *klass = WIJK_RECORD_GET_CLASS (t->self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      guint index = klass->by_key[i];
      const WijkField *field = &klass->fields[index];

      while (t->at < t->n_heads && comes_before (t->heads[t->at].field, field))
        take_unknown (t, unknown);
      if (field->kind == WIJK_FIELD_SET)
        take_set (t, field, index);
      else
        take_field (t, field, index);
    }
  while (t->at < t->n_heads)
    take_unknown (t, unknown);
}

static gboolean
is_seen (const char *stamp, const WijkHead *heads, guint n_heads)
{
  for (guint i = 0; i < n_heads; i++)
    if (g_str_equal (heads[i].field, "deleted") && heads[i].value != NULL &&
        strstr (heads[i].value, stamp) != NULL)
      return TRUE;

  return FALSE;
}

static void
take_deleted (Taking *t)
{
  WijkRecordPrivate *priv = wijk_record_get_private (t->self);
  gboolean asked = FALSE, gone = TRUE;

  for (guint i = 0; i < t->n_heads; i++)
    if (g_str_equal (t->heads[i].field, "deleted"))
      asked |= t->heads[i].value != NULL && *t->heads[i].value != '\0';
  for (guint i = 0; asked && gone && i < t->n_heads; i++)
    gone = is_own (t->heads[i].field) || is_seen (t->heads[i].stamp, t->heads, t->n_heads);

  if (priv->deleted != (asked && gone))
    {
      priv->deleted = asked && gone;
      t->changed = TRUE;
      wijk_record_notify_own (t->self, WIJK_RECORD_PROP_DELETED);
    }
  if (priv->disputed != (asked && !gone))
    {
      priv->disputed = asked && !gone;
      t->changed = TRUE;
      wijk_record_notify_own (t->self, WIJK_RECORD_PROP_DISPUTED);
    }
}

gboolean
wijk_record_take (WijkRecord *self, const WijkHead *heads, guint n_heads)
{
  WijkRecordPrivate *priv = wijk_record_get_private (self);
  Taking t = { .self = self, .heads = heads, .n_heads = n_heads };
  GHashTable *unknown = NULL;
  g_auto (GStrv) conflicts = NULL;

  g_object_freeze_notify (G_OBJECT (self));
  take_all (&t, &unknown);
  take_deleted (&t);
  g_clear_pointer (&priv->unknown, g_hash_table_unref);
  priv->unknown = unknown;
  if (t.conflicts != NULL)
    conflicts = g_strv_builder_unref_to_strv (t.conflicts);
  if ((conflicts != NULL) != (priv->conflicts != NULL) ||
      (conflicts != NULL &&
       !g_strv_equal ((const char *const *) conflicts, (const char *const *) priv->conflicts)))
    {
      g_strfreev (priv->conflicts);
      priv->conflicts = g_steal_pointer (&conflicts);
      t.changed = TRUE;
      wijk_record_notify_own (self, WIJK_RECORD_PROP_CONFLICTS);
    }
  g_object_thaw_notify (G_OBJECT (self));

  return t.changed;
}
