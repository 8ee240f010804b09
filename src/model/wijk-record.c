/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-record.h"

#include <string.h>

#include "wijk-id.h"
#include "wijk-kinds-private.h"
#include "wijk-record-private.h"

G_DEFINE_TYPE_WITH_PRIVATE (WijkRecord, wijk_record, G_TYPE_OBJECT)

static GParamSpec *properties[WIJK_RECORD_PROP_CONFLICTS + 1];

static inline WijkRecordPrivate *private (WijkRecord *self)
{
  return wijk_record_get_instance_private (self);
}

#define slot wijk_record_slot

WijkRecordPrivate *
wijk_record_get_private (WijkRecord *self)
{
  return private (self);
}

void
wijk_record_notify_own (WijkRecord *self, WijkRecordProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* ---- GObject ---- */

static void
get_own_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkRecordPrivate *priv = private (WIJK_RECORD (object));

  switch ((WijkRecordProperty) prop_id)
    {
    case WIJK_RECORD_PROP_ID:
      g_value_set_string (value, priv->id);
      break;
    case WIJK_RECORD_PROP_DELETED:
      g_value_set_boolean (value, priv->deleted);
      break;
    case WIJK_RECORD_PROP_DISPUTED:
      g_value_set_boolean (value, priv->disputed);
      break;
    case WIJK_RECORD_PROP_CONFLICTS:
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

/* Not in init: there the class is not yet that of the kind. */
static void
wijk_record_constructed (GObject *object)
{
  WijkRecord *self = WIJK_RECORD (object);
  WijkRecordClass *klass = WIJK_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == WIJK_FIELD_INT)
      *(gint64 *) slot (self, &klass->fields[i]) = WIJK_UNSET;

  G_OBJECT_CLASS (wijk_record_parent_class)->constructed (object);
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
  g_free (priv->place_stamp);
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
  object_class->constructed = wijk_record_constructed;
  object_class->finalize = wijk_record_finalize;
  klass->kind = WIJK_KIND_OTHER;

  properties[WIJK_RECORD_PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, ro);
  properties[WIJK_RECORD_PROP_DELETED] = g_param_spec_boolean ("deleted", NULL, NULL, FALSE, ro);
  properties[WIJK_RECORD_PROP_DISPUTED] = g_param_spec_boolean ("disputed", NULL, NULL, FALSE, ro);
  properties[WIJK_RECORD_PROP_CONFLICTS] =
      g_param_spec_boxed ("conflicts", NULL, NULL, G_TYPE_STRV, ro);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
wijk_record_init (WijkRecord *self)
{
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

const char *
wijk_record_get_place_stamp (WijkRecord *self)
{
  const char *stamp = private (self)->place_stamp;

  return stamp != NULL ? stamp : "";
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
