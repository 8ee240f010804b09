/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-id.h"
#include "wijk-json-tree.h"
#include "wijk-place.h"
#include "wijk-plan-json-private.h"
#include "wijk-plan-nesting.h"

#define MAX_LEFT_OUT 100
#define MAX_DERIVED_TITLE 1900
#define MAX_UNKNOWN (16 * 1024 * 1024)

typedef struct
{
  GPtrArray *edits;
  GHashTable *ids; /* that stand in the file; lent by its nodes */
  const char *old_plan;
  const char *new_plan;
  WijkPlanJsonHeader *header;
  GError **error;
} Reading;

/* A record that is being read. */
typedef struct
{
  const WijkJsonPlace *place;
  JsonObject *object;
  WijkKind kind;
  const char *id;
  guint depth;      /* below the top, of kinds that stand in their own */
  gboolean is_kept; /* in `other`: an older program wrote it, which knew texts only */
} Entry;

static gboolean
refuse (Reading *r, const WijkJsonPlace *place, const char *why)
{
  return wijk_json_refuse (place, WIJK_JSON_ERROR_VALUE, why, r->error);
}

static void
leave_out (Reading *r, const WijkJsonPlace *place)
{
  if (r->header->left_out->len < MAX_LEFT_OUT)
    g_ptr_array_add (r->header->left_out, wijk_json_place_to_string (place));
}

static void
add (Reading *r, const Entry *entry, const char *field, const char *value)
{
  const char *record = entry->kind == WIJK_KIND_PLAN ? r->new_plan : entry->id;

  if (value != NULL && *value != '\0')
    wijk_edits_add (r->edits, record, field, value);
}

/* ---- known fields ---- */

/* An error of a field's rules begins with its key, so that only the record's place is missing. */
static gboolean
refuse_field (Reading *r, const Entry *entry, GError *fault)
{
  g_autofree char *place = wijk_json_place_to_string (entry->place);

  g_set_error (r->error, WIJK_JSON_ERROR, WIJK_JSON_ERROR_VALUE, "%s.%s", place, fault->message);
  g_error_free (fault);

  return FALSE;
}

/* The same for one member of a set. */
static gboolean
refuse_member (Reading *r, const WijkField *field, const WijkJsonPlace *at, GError *fault)
{
  const char *why = fault->message;

  if (g_str_has_prefix (why, field->key))
    why += strlen (field->key) + strspn (why + strlen (field->key), ": ");
  (void) refuse (r, at, why);
  g_error_free (fault);

  return FALSE;
}

/* The text form of a scalar, NULL for another node. */
static char *
scalar_to_text (JsonNode *node)
{
  char real[G_ASCII_DTOSTR_BUF_SIZE];
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "1" : "");
  if (type == G_TYPE_DOUBLE)
    return g_strdup (g_ascii_dtostr (real, sizeof real, json_node_get_double (node)));

  return NULL;
}

static gboolean
check_type (
    Reading *r, const Entry *entry, const WijkField *field, const WijkJsonPlace *at, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (entry->is_kept && type == G_TYPE_STRING)
    return TRUE;
  if (field->kind == WIJK_FIELD_INT)
    return type == G_TYPE_INT64 || refuse (r, at, _ ("A whole number should stand here."));
  if (field->kind == WIJK_FIELD_BOOL)
    return type == G_TYPE_BOOLEAN || refuse (r, at, _ ("Either true or false should stand here."));

  return type == G_TYPE_STRING || refuse (r, at, _ ("A text should stand here."));
}

/* A link to the plan itself follows it to its new id. */
static const char *
follow (Reading *r, const WijkField *field, const char *value)
{
  return (field->flags & WIJK_FIELD_LINK) != 0 && g_str_equal (value, r->old_plan) ? r->new_plan
                                                                                   : value;
}

static gboolean
read_scalar (
    Reading *r, const Entry *entry, const WijkField *field, const WijkJsonPlace *at, JsonNode *node)
{
  g_autofree char *text = NULL;
  GError *fault = NULL;

  if (!check_type (r, entry, field, at, node))
    return FALSE;
  text = scalar_to_text (node);
  if (!wijk_field_check (field, text, &fault))
    return refuse_field (r, entry, fault);
  add (r, entry, field->key, follow (r, field, text));

  return TRUE;
}

/* One member of a known set. */
static gboolean
read_member (Reading *r,
             const Entry *entry,
             const WijkField *field,
             const WijkJsonPlace *at,
             JsonNode *node,
             GHashTable *members)
{
  const char *member = json_node_get_string (node);
  g_autofree char *name = NULL;
  GError *fault = NULL;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (r, at, _ ("A text should stand here."));
  if (!wijk_field_check_member (field, member, &fault))
    return refuse_member (r, field, at, fault);
  if (!g_hash_table_add (members, (gpointer) member))
    return refuse (r, at, _ ("This stands there twice."));
  name = g_strconcat (field->key, "/", follow (r, field, member), NULL);
  add (r, entry, name, "1");

  return TRUE;
}

static gboolean
read_set (
    Reading *r, const Entry *entry, const WijkField *field, const WijkJsonPlace *at, JsonNode *node)
{
  g_autoptr (GHashTable) members = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (r, at, _ ("A list should stand here."));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      WijkJsonPlace item = { .up = at, .index = i };

      if (!read_member (r, entry, field, &item, json_array_get_element (array, i), members))
        return FALSE;
    }

  return TRUE;
}

/* ---- unknown fields ---- */

static gboolean
is_list_of_texts (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (json_node_get_value_type (json_array_get_element (array, i)) != G_TYPE_STRING)
      return FALSE;

  return array != NULL;
}

static void
keep_list (Reading *r, const Entry *entry, const WijkJsonPlace *at, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      WijkJsonPlace item = { .up = at, .index = i };
      g_autofree char *name =
          g_strconcat (at->key, "/", json_array_get_string_element (array, i), NULL);

      if (wijk_field_name_is_valid (name) && strchr (name, '/')[1] != '\0')
        add (r, entry, name, "1");
      else
        leave_out (r, &item);
    }
}

static void
keep_unknown (Reading *r, const Entry *entry, const WijkJsonPlace *at, JsonNode *node)
{
  g_autofree char *text = scalar_to_text (node);

  if (!wijk_field_name_is_valid (at->key) || strchr (at->key, '/') != NULL ||
      wijk_nesting_is_taken (entry->kind, at->key) ||
      wijk_kind_find_field (entry->kind, at->key) != NULL)
    leave_out (r, at);
  else if (text != NULL && strlen (text) <= MAX_UNKNOWN)
    add (r, entry, at->key, text);
  else if (text == NULL && is_list_of_texts (node))
    keep_list (r, entry, at, json_node_get_array (node));
  else
    leave_out (r, at);
}

/* ---- records ---- */

/* What a newer program may have put beside the arrays of records that are known here. */
static gboolean
is_list_of_unknown_records (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (item) ? json_node_get_object (item) : NULL;
      JsonNode *id = object != NULL ? json_object_get_member (object, "id") : NULL;

      if (id == NULL || json_node_get_value_type (id) != G_TYPE_STRING ||
          !wijk_id_is_valid (json_node_get_string (id)) ||
          wijk_kind_from_id (json_node_get_string (id)) != WIJK_KIND_OTHER)
        return FALSE;
    }

  return array != NULL && json_array_get_length (array) > 0;
}

static gboolean read_records (
    Reading *r, const WijkJsonPlace *at, WijkKind kind, const Entry *parent, JsonNode *node);

/* Whether records of @kind stand in @parent. */
static gboolean
is_nested (const Entry *parent, WijkKind kind)
{
  return wijk_nesting_get_link (parent->kind, kind) != NULL ||
         (kind == parent->kind && wijk_nesting_get_depth (kind) > 0);
}

static gboolean
read_value (Reading *r, const Entry *entry, const WijkJsonPlace *at, JsonNode *node)
{
  const WijkField *field = wijk_kind_find_field (entry->kind, at->key);
  int child = wijk_nesting_find_kind (at->key);

  if (g_str_equal (at->key, "id"))
    return TRUE;
  if (entry->kind == WIJK_KIND_PLAN && wijk_nesting_is_taken (WIJK_KIND_PLAN, at->key))
    return TRUE; /* the header, and what stands in the plan */
  if (entry->kind == WIJK_KIND_PLAN && field == NULL && is_list_of_unknown_records (node))
    return TRUE;
  if (child >= 0 && is_nested (entry, (WijkKind) child))
    return read_records (r, at, (WijkKind) child, entry, node);
  if (field == NULL || strchr (at->key, '/') != NULL ||
      (field->flags & (WIJK_FIELD_LOCAL | WIJK_FIELD_PLACE)) != 0)
    keep_unknown (r, entry, at, node);
  else if (field->kind == WIJK_FIELD_SET)
    return read_set (r, entry, field, at, node);
  else
    return read_scalar (r, entry, field, at, node);

  return TRUE;
}

/* What must be there. A link may have led to what was gone, and words may have been erased. */
static gboolean
check_required (Reading *r, const Entry *entry)
{
  guint n_fields;
  const WijkField *fields = wijk_kind_get_fields (entry->kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      WijkJsonPlace at = { .up = entry->place, .key = fields[i].key };
      gboolean can_miss =
          (fields[i].flags & WIJK_FIELD_LINK) != 0 ||
          (fields[i].kind == WIJK_FIELD_TEXT && (fields[i].flags & WIJK_FIELD_LINE) == 0);

      if ((fields[i].flags & WIJK_FIELD_REQUIRED) != 0 && !can_miss &&
          !json_object_has_member (entry->object, fields[i].key))
        return refuse (r, &at, _ ("This is missing."));
    }

  return TRUE;
}

static gboolean
read_values (Reading *r, const Entry *entry)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, entry->object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      WijkJsonPlace at = { .up = entry->place, .key = key };

      if (!read_value (r, entry, &at, node))
        return FALSE;
    }

  return check_required (r, entry);
}

/* The id of the object at @place: well formed, of this kind, and not given before. */
static gboolean
read_id (Reading *r, Entry *entry)
{
  WijkJsonPlace at = { .up = entry->place, .key = "id" };

  if (!wijk_json_get_text (entry->object, entry->place, "id", TRUE, &entry->id, r->error))
    return FALSE;
  if (!wijk_id_is_valid (entry->id))
    return refuse (r, &at, _ ("This is not the id of a record."));
  if (entry->is_kept)
    entry->kind = wijk_kind_from_id (entry->id);
  if (wijk_kind_from_id (entry->id) != entry->kind ||
      (entry->kind == WIJK_KIND_PLAN && entry->place->up != NULL))
    return refuse (r, &at, _ ("This is the id of something else."));
  if (!g_hash_table_add (r->ids, (gpointer) entry->id))
    return refuse (r, &at, _ ("Another record has this id already."));

  return TRUE;
}

/* What follows from where the record stands: its link to its parent, and its place. */
static gboolean
place_record (Reading *r, const Entry *entry, const Entry *parent, char **last)
{
  const WijkField *link = wijk_nesting_get_link (parent->kind, entry->kind);
  const WijkField *field = wijk_kind_find_field (entry->kind, "place");
  g_autofree char *place = NULL;

  if (link != NULL && json_object_has_member (entry->object, link->key))
    {
      WijkJsonPlace at = { .up = entry->place, .key = link->key };

      return refuse (r, &at, _ ("This follows from where the record stands and is not given."));
    }
  if (link != NULL)
    add (r, entry, link->key, parent->id);
  if (field == NULL)
    return TRUE;
  place = wijk_place_new (entry->depth > 0 ? parent->id : NULL, *last, NULL);
  add (r, entry, "place", place);
  g_set_str (last, wijk_place_get_key (place));

  return TRUE;
}

static gboolean
read_record (Reading *r,
             const WijkJsonPlace *at,
             WijkKind kind,
             const Entry *parent,
             JsonNode *node,
             char **last)
{
  Entry entry = { .place = at, .kind = kind, .is_kept = kind == WIJK_KIND_OTHER };

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (r, at, _ ("A record in braces should stand here."));
  entry.object = json_node_get_object (node);
  if (parent->kind == kind)
    entry.depth = parent->depth + 1;
  if (entry.depth > wijk_nesting_get_depth (kind))
    return refuse (r, at, _ ("This is nested too deep."));

  return read_id (r, &entry) && place_record (r, &entry, parent, last) && read_values (r, &entry);
}

static gboolean
read_records (
    Reading *r, const WijkJsonPlace *at, WijkKind kind, const Entry *parent, JsonNode *node)
{
  g_autofree char *last = NULL;
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (r, at, _ ("A list of records should stand here."));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      WijkJsonPlace item = { .up = at, .index = i };

      if (!read_record (r, &item, kind, parent, json_array_get_element (array, i), &last))
        return FALSE;
    }

  return TRUE;
}

/* ---- the plan ---- */

/* A member of the outermost object that is no field of the plan. */
static gboolean
read_top (Reading *r, const Entry *plan, const WijkJsonPlace *at, JsonNode *node)
{
  int kind = wijk_nesting_find_kind (at->key);
  gboolean is_new = r->new_plan != r->old_plan;

  if (kind == WIJK_KIND_VERSION && is_new)
    return TRUE; /* the original's */
  if (kind >= 0)
    return read_records (r, at, (WijkKind) kind, plan, node);
  if (!wijk_nesting_is_taken (WIJK_KIND_PLAN, at->key) &&
      wijk_kind_find_field (WIJK_KIND_PLAN, at->key) == NULL && is_list_of_unknown_records (node))
    return read_records (r, at, WIJK_KIND_OTHER, plan, node);

  return TRUE;
}

static void
say_origin (Reading *r, const Entry *plan)
{
  const WijkPlanJsonHeader *header = r->header;
  gsize length = strlen (header->title);
  g_autofree char *title = NULL;
  g_autofree char *origin = NULL;

  if (length > MAX_DERIVED_TITLE)
    length = (gsize) (g_utf8_find_prev_char (header->title, header->title + MAX_DERIVED_TITLE) -
                      header->title);
  title = g_strndup (header->title, length);
  if (header->version > 0)
    origin = g_strdup_printf ("%s, v%" G_GINT64_FORMAT "%s%s",
                              title,
                              header->version,
                              header->date != NULL ? ", " : "",
                              header->date != NULL ? header->date : "");
  else
    origin = g_steal_pointer (&title);
  for (guint i = r->edits->len; i > 0; i--)
    if (g_str_equal (((WijkEdit *) r->edits->pdata[i - 1])->field, "derived-from"))
      g_ptr_array_remove_index (r->edits, i - 1);
  add (r, plan, "derived-from", origin);
}

static gboolean
read_plan (Reading *r, const Entry *plan)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (!read_values (r, plan))
    return FALSE;
  if (r->new_plan != r->old_plan)
    say_origin (r, plan);
  json_object_iter_init_ordered (&iter, plan->object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      WijkJsonPlace at = { .up = plan->place, .key = key };

      if (!read_top (r, plan, &at, node))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_all (Reading *r, JsonNode *node, const char *plan_id)
{
  WijkJsonPlace root = { 0 };
  Entry plan = { .place = &root, .kind = WIJK_KIND_PLAN };

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (r, &root, _ ("This is not a plan."));
  plan.object = json_node_get_object (node);
  if (!wijk_plan_json_read_header (r->header, &root, plan.object, r->error) || !read_id (r, &plan))
    return FALSE;
  r->old_plan = plan.id;
  r->new_plan = plan_id != NULL ? plan_id : plan.id;

  return read_plan (r, &plan);
}

GPtrArray *
wijk_plan_json_read (GBytes *bytes, const char *plan_id, WijkPlanJsonHeader *header, GError **error)
{
  g_auto (WijkPlanJsonHeader) own = { 0 };
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reading r = { .edits = edits, .ids = ids, .error = error };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (plan_id == NULL || wijk_id_has_kind (plan_id, "plan"), NULL);

  r.header = header != NULL ? header : &own;
  memset (r.header, 0, sizeof *r.header);
  r.header->left_out = g_ptr_array_new_with_free_func (g_free);
  node = wijk_json_tree_read (bytes, WIJK_PLAN_JSON_MAX_SIZE, error);
  if (node == NULL || !read_all (&r, node, plan_id))
    return NULL;

  return g_steal_pointer (&edits);
}
