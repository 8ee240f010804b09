/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-record.h"

#include <string.h>

#include "wijk-id.h"
#include "wijk-kinds-private.h"

typedef struct
{
  char *id;
  GStrv conflicts;
  GHashTable *unknown;
  guint deleted : 1;
  guint disputed : 1;
} WijkRecordPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (WijkRecord, wijk_record, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_DELETED,
  PROP_DISPUTED,
  PROP_CONFLICTS,
} WijkRecordProperty;

static GParamSpec *properties[PROP_CONFLICTS + 1];

static inline WijkRecordPrivate *private (WijkRecord *self)
{
  return wijk_record_get_instance_private (self);
}

static inline gpointer
slot (WijkRecord *self, const WijkField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

/* ---- values ---- */

static gboolean
put_int (WijkRecord *self, const WijkField *field, const char *value)
{
  gint64 number = value != NULL && *value != '\0' ? g_ascii_strtoll (value, NULL, 10) : WIJK_UNSET;
  gint64 *at = slot (self, field);

  if (*at == number)
    return FALSE;
  *at = number;

  return TRUE;
}

static gboolean
put_small (WijkRecord *self, const WijkField *field, const char *value)
{
  int *at = slot (self, field);
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
      return g_set_str (slot (self, field), value != NULL && *value != '\0' ? value : NULL);
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
  GPtrArray **at = slot (self, field);
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
  const char *value = NULL;

  if (t->at < t->n_heads && g_str_equal (t->heads[t->at].field, field->key))
    {
      guint n_group;
      const WijkHead *group = next_group (t, &n_group);

      value = group[n_group - 1].value;
      if ((field->flags & WIJK_FIELD_PLACE) == 0)
        note_conflict (t, group, n_group);
    }
  if (put (t->self, field, value))
    notify (t, index);
}

/* The name of a field that the table does not have; "deleted" is the base's own. */
static void
take_unknown (Taking *t, GHashTable **unknown)
{
  guint n_group;
  const WijkHead *group = next_group (t, &n_group);

  if (g_str_equal (group->field, "deleted"))
    return;
  if (*unknown == NULL)
    *unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (*unknown, g_strdup (group->field), g_strdup (group[n_group - 1].value));
  note_conflict (t, group, n_group);
}

/* Before the field at @key in bytewise order come names that are not in the table. A set's members
 * sort behind its own key, so that `origin` < `origin/x` < `owner`; but `a-b` < `a/x`. */
static gboolean
comes_before (const char *name, const WijkField *field)
{
  gsize length = strlen (field->key);

  if (strncmp (name, field->key, length) == 0)
    return name[length] != '\0' && field->kind == WIJK_FIELD_SET && name[length] < '/';

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
  WijkRecordPrivate *priv = private (t->self);
  gboolean asked = FALSE, gone = TRUE;

  for (guint i = 0; i < t->n_heads; i++)
    if (g_str_equal (t->heads[i].field, "deleted"))
      asked |= t->heads[i].value != NULL && *t->heads[i].value != '\0';
  for (guint i = 0; asked && gone && i < t->n_heads; i++)
    gone = g_str_equal (t->heads[i].field, "deleted") ||
           is_seen (t->heads[i].stamp, t->heads, t->n_heads);

  if (priv->deleted != (asked && gone))
    {
      priv->deleted = asked && gone;
      t->changed = TRUE;
      g_object_notify_by_pspec (G_OBJECT (t->self), properties[PROP_DELETED]);
    }
  if (priv->disputed != (asked && !gone))
    {
      priv->disputed = asked && !gone;
      t->changed = TRUE;
      g_object_notify_by_pspec (G_OBJECT (t->self), properties[PROP_DISPUTED]);
    }
}

gboolean
wijk_record_take (WijkRecord *self, const WijkHead *heads, guint n_heads)
{
  WijkRecordPrivate *priv = private (self);
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
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFLICTS]);
    }
  g_object_thaw_notify (G_OBJECT (self));

  return t.changed;
}

/* ---- GObject ---- */

static void
get_own_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkRecordPrivate *priv = private (WIJK_RECORD (object));

  switch ((WijkRecordProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, priv->id);
      break;
    case PROP_DELETED:
      g_value_set_boolean (value, priv->deleted);
      break;
    case PROP_DISPUTED:
      g_value_set_boolean (value, priv->disputed);
      break;
    case PROP_CONFLICTS:
      g_value_set_boxed (value, priv->conflicts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
get_field_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkRecord *self = WIJK_RECORD (object);
  const WijkField *field = &WIJK_RECORD_GET_CLASS (self)->fields[prop_id - 1];
  g_autoptr (GStrvBuilder) members = NULL;
  GPtrArray *set;

  switch (field->kind)
    {
    case WIJK_FIELD_TEXT:
    case WIJK_FIELD_DATE:
      g_value_set_string (value, *(char **) slot (self, field));
      break;
    case WIJK_FIELD_INT:
      g_value_set_int64 (value, *(gint64 *) slot (self, field));
      break;
    case WIJK_FIELD_BOOL:
      g_value_set_boolean (value, *(int *) slot (self, field));
      break;
    case WIJK_FIELD_CHOICE:
      g_value_set_int (value, *(int *) slot (self, field));
      break;
    case WIJK_FIELD_SET:
      set = *(GPtrArray **) slot (self, field);
      members = g_strv_builder_new ();
      for (guint i = 0; set != NULL && i < set->len; i++)
        g_strv_builder_add (members, set->pdata[i]);
      g_value_take_boxed (value, g_strv_builder_end (members));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_record_finalize (GObject *object)
{
  WijkRecord *self = WIJK_RECORD (object);
  WijkRecordClass *klass = WIJK_RECORD_GET_CLASS (self);
  WijkRecordPrivate *priv = private (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].kind == WIJK_FIELD_TEXT || klass->fields[i].kind == WIJK_FIELD_DATE)
        g_clear_pointer ((char **) slot (self, &klass->fields[i]), g_free);
      else if (klass->fields[i].kind == WIJK_FIELD_SET)
        g_clear_pointer ((GPtrArray **) slot (self, &klass->fields[i]), g_ptr_array_unref);
    }
  g_free (priv->id);
  g_strfreev (priv->conflicts);
  g_clear_pointer (&priv->unknown, g_hash_table_unref);

  G_OBJECT_CLASS (wijk_record_parent_class)->finalize (object);
}

static void
wijk_record_class_init (WijkRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = get_own_property;
  object_class->finalize = wijk_record_finalize;
  klass->kind = WIJK_KIND_OTHER;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, ro);
  properties[PROP_DELETED] = g_param_spec_boolean ("deleted", NULL, NULL, FALSE, ro);
  properties[PROP_DISPUTED] = g_param_spec_boolean ("disputed", NULL, NULL, FALSE, ro);
  properties[PROP_CONFLICTS] = g_param_spec_boxed ("conflicts", NULL, NULL, G_TYPE_STRV, ro);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
wijk_record_init (WijkRecord *self)
{
  WijkRecordClass *klass = WIJK_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == WIJK_FIELD_INT)
      *(gint64 *) slot (self, &klass->fields[i]) = WIJK_UNSET;
}

static GParamSpec *
field_to_pspec (const WijkField *field)
{
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  switch (field->kind)
    {
    case WIJK_FIELD_INT:
      return g_param_spec_int64 (field->key, NULL, NULL, G_MININT64, G_MAXINT64, WIJK_UNSET, ro);
    case WIJK_FIELD_BOOL:
      return g_param_spec_boolean (field->key, NULL, NULL, FALSE, ro);
    case WIJK_FIELD_CHOICE:
      return g_param_spec_int (field->key, NULL, NULL, 0, G_MAXINT, 0, ro);
    case WIJK_FIELD_SET:
      return g_param_spec_boxed (field->key, NULL, NULL, G_TYPE_STRV, ro);
    case WIJK_FIELD_TEXT:
    case WIJK_FIELD_DATE:
    default:
      return g_param_spec_string (field->key, NULL, NULL, NULL, ro);
    }
}

void
wijk_record_class_set_fields (WijkRecordClass *klass,
                              WijkKind kind,
                              const WijkField *fields,
                              guint n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* GObject resets this in every subclass, so it cannot be inherited. */
  object_class->get_property = get_field_property;

  klass->kind = kind;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->pspecs = g_new0 (GParamSpec *, n_fields + 1);
  klass->by_key = g_new0 (guint8, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      guint at = i;

      klass->pspecs[i + 1] = field_to_pspec (&fields[i]);
      while (at > 0 && strcmp (fields[klass->by_key[at - 1]].key, fields[i].key) > 0)
        {
          klass->by_key[at] = klass->by_key[at - 1];
          at--;
        }
      klass->by_key[at] = (guint8) i;
    }

  g_object_class_install_properties (object_class, n_fields + 1, klass->pspecs);
}

/* ---- reading ---- */

WijkRecord *
wijk_record_new (const char *id)
{
  WijkRecord *self;

  g_return_val_if_fail (wijk_id_is_valid (id), NULL);

  self = g_object_new (wijk_kind_get_gtype (wijk_kind_from_id (id)), NULL);
  private (self)->id = g_strdup (id);

  return self;
}

const char *
wijk_record_get_id (WijkRecord *self)
{
  g_return_val_if_fail (WIJK_IS_RECORD (self), NULL);

  return private (self)->id;
}

WijkKind
wijk_record_get_kind (WijkRecord *self)
{
  g_return_val_if_fail (WIJK_IS_RECORD (self), WIJK_KIND_OTHER);

  return WIJK_RECORD_GET_CLASS (self)->kind;
}

gboolean
wijk_record_is_deleted (WijkRecord *self)
{
  g_return_val_if_fail (WIJK_IS_RECORD (self), FALSE);

  return private (self)->deleted;
}

gboolean
wijk_record_is_disputed (WijkRecord *self)
{
  g_return_val_if_fail (WIJK_IS_RECORD (self), FALSE);

  return private (self)->disputed;
}

const char *const *
wijk_record_get_conflicts (WijkRecord *self)
{
  g_return_val_if_fail (WIJK_IS_RECORD (self), NULL);

  return (const char *const *) private (self)->conflicts;
}

char *
wijk_record_dup_value (WijkRecord *self, const WijkField *field)
{
  GPtrArray *set;
  gint64 number;
  const char *text;
  GString *joined;

  switch (field->kind)
    {
    case WIJK_FIELD_INT:
      number = wijk_record_get_int (self, field);
      return number != WIJK_UNSET ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
    case WIJK_FIELD_BOOL:
      return g_strdup (wijk_record_get_int (self, field) ? "1" : "");
    case WIJK_FIELD_CHOICE:
      return g_strdup (wijk_field_choice_to_word (field, (int) wijk_record_get_int (self, field)));
    case WIJK_FIELD_SET:
      set = wijk_record_get_set (self, field);
      joined = g_string_new (NULL);
      for (guint i = 0; set != NULL && i < set->len; i++)
        g_string_append_printf (joined, "%s%s", i > 0 ? "\n" : "", (char *) set->pdata[i]);
      return g_string_free (joined, FALSE);
    case WIJK_FIELD_TEXT:
    case WIJK_FIELD_DATE:
    default:
      text = wijk_record_get_text (self, field);
      return g_strdup (text != NULL ? text : "");
    }
}

gint64
wijk_record_get_int (WijkRecord *self, const WijkField *field)
{
  if (field->kind == WIJK_FIELD_INT)
    return *(gint64 *) slot (self, field);
  g_return_val_if_fail (field->kind == WIJK_FIELD_BOOL || field->kind == WIJK_FIELD_CHOICE,
                        WIJK_UNSET);

  return *(int *) slot (self, field);
}

const char *
wijk_record_get_text (WijkRecord *self, const WijkField *field)
{
  g_return_val_if_fail (field->kind == WIJK_FIELD_TEXT || field->kind == WIJK_FIELD_DATE, NULL);

  return *(char **) slot (self, field);
}

GPtrArray *
wijk_record_get_set (WijkRecord *self, const WijkField *field)
{
  g_return_val_if_fail (field->kind == WIJK_FIELD_SET, NULL);

  return *(GPtrArray **) slot (self, field);
}

const char *
wijk_record_get_place (WijkRecord *self)
{
  WijkRecordClass *klass = WIJK_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & WIJK_FIELD_PLACE) != 0)
      {
        const char *place = *(char **) slot (self, &klass->fields[i]);

        return place != NULL ? place : "";
      }

  return "";
}

GHashTable *
wijk_record_get_unknown (WijkRecord *self)
{
  g_return_val_if_fail (WIJK_IS_RECORD (self), NULL);

  return private (self)->unknown;
}

gboolean
wijk_set_contains (GPtrArray *set, const char *member)
{
  for (guint i = 0; set != NULL && i < set->len; i++)
    if (g_str_equal (set->pdata[i], member))
      return TRUE;

  return FALSE;
}
