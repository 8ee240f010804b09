/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-plan-data.h"
#include "wijk-publish-error.h"

#include <glib/gi18n.h>
#include <string.h>

JsonNode *
wijk_plan_data_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) reason = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  JsonNode *root = NULL;

  json_parser_set_strict (parser, TRUE);
  if (size > 0 && size <= G_MAXSSIZE &&
      json_parser_load_from_data (parser, data, (gssize) size, &reason))
    root = json_parser_get_root (parser);
  if (root && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_copy (root);
  g_set_error (error,
               WIJK_PUBLISH_ERROR,
               WIJK_PUBLISH_ERROR_PLAN,
               _ ("The plan to be published cannot be read: %s"),
               reason ? reason->message : _ ("it is not a plan"));
  return NULL;
}

static JsonNode *
get_value (JsonObject *object, const char *key, GType type)
{
  JsonNode *node = object ? json_object_get_member (object, key) : NULL;

  if (!node || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    return NULL;
  return node;
}

const char *
wijk_plan_data_peek (JsonObject *object, const char *key)
{
  JsonNode *node = get_value (object, key, G_TYPE_STRING);

  return node ? json_node_get_string (node) : NULL;
}

char *
wijk_plan_data_text (JsonObject *object, const char *key)
{
  const char *raw = wijk_plan_data_peek (object, key);
  char *text = raw ? g_utf8_make_valid (raw, -1) : NULL;

  if (text && !*g_strstrip (text))
    g_clear_pointer (&text, g_free);
  return text;
}

gint64
wijk_plan_data_int (JsonObject *object, const char *key)
{
  JsonNode *node = get_value (object, key, G_TYPE_INT64);

  return node ? json_node_get_int (node) : 0;
}

gboolean
wijk_plan_data_bool (JsonObject *object, const char *key)
{
  JsonNode *node = get_value (object, key, G_TYPE_BOOLEAN);

  return node && json_node_get_boolean (node);
}

JsonObject *
wijk_plan_data_object (JsonObject *object, const char *key)
{
  JsonNode *node = object ? json_object_get_member (object, key) : NULL;

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *key)
{
  JsonNode *node = object ? json_object_get_member (object, key) : NULL;

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

GPtrArray *
wijk_plan_data_objects (JsonObject *object, const char *key)
{
  JsonArray *array = get_array (object, key);
  guint n = array ? json_array_get_length (array) : 0;
  GPtrArray *objects = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (objects, json_node_get_object (node));
    }
  return objects;
}

GPtrArray *
wijk_plan_data_texts (JsonObject *object, const char *key)
{
  JsonArray *array = get_array (object, key);
  guint n = array ? json_array_get_length (array) : 0;
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_ptr_array_add (texts, g_utf8_make_valid (json_node_get_string (node), -1));
    }
  return texts;
}

char *
wijk_plan_data_join (JsonObject *object, const char *key, const char *separator)
{
  g_autoptr (GPtrArray) texts = wijk_plan_data_texts (object, key);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (
        joined, "%s%s", i > 0 ? separator : "", (const char *) g_ptr_array_index (texts, i));
  return g_string_free (joined, FALSE);
}

char *
wijk_plan_data_amount (JsonObject *object, const char *key, const WijkWords *words)
{
  JsonNode *node = object ? json_object_get_member (object, key) : NULL;
  GType type = node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
  g_autofree char *text = NULL;

  if (type == G_TYPE_INT64)
    return wijk_words_number (words, json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    return wijk_words_decimal (words, json_node_get_double (node));
  text = wijk_plan_data_text (object, key);
  return text ? g_steal_pointer (&text) : g_strdup ("–");
}

GHashTable *
wijk_plan_data_index (GPtrArray *objects)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < objects->len; i++)
    {
      const char *id = wijk_plan_data_peek (g_ptr_array_index (objects, i), "id");

      if (id)
        g_hash_table_insert (index, (gpointer) id, g_ptr_array_index (objects, i));
    }
  return index;
}
