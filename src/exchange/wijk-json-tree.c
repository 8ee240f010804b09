/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-json-tree.h"

#include <glib/gi18n.h>

#define MAX_VALUES 8000000
#define FORMAT 0

typedef struct
{
  WijkJsonScan *scan;
  JsonNode *root;
  JsonNode *open[WIJK_JSON_MAX_DEPTH]; /* lent */
  guint depth;
  char *key; /* of the value to come */
} Growing;

static void
attach (Growing *g, JsonNode *node)
{
  JsonNode *up = g->depth > 0 ? g->open[g->depth - 1] : NULL;

  if (up == NULL)
    g->root = node;
  else if (JSON_NODE_HOLDS_OBJECT (up))
    json_object_set_member (json_node_get_object (up), g->key, node);
  else
    json_array_add_element (json_node_get_array (up), node);
}

static void
open_node (Growing *g, WijkJsonToken token)
{
  JsonNode *node;

  if (token == WIJK_JSON_OBJECT)
    {
      node = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (node, json_object_new ());
    }
  else
    {
      node = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (node, json_array_new ());
    }
  attach (g, node);
  g->open[g->depth++] = node;
}

static gboolean
keep_key (Growing *g, GError **error)
{
  JsonObject *object = json_node_get_object (g->open[g->depth - 1]);
  g_autofree char *place = NULL;

  g_set_str (&g->key, wijk_json_scan_get_text (g->scan));
  if (!json_object_has_member (object, g->key))
    return TRUE;

  place = wijk_json_scan_dup_place (g->scan);
  g_set_error (error,
               WIJK_JSON_ERROR,
               WIJK_JSON_ERROR_SYNTAX,
               /* Translators: place in a file such as $.priorities[3].title */
               _ ("%s: This stands there twice."),
               place);

  return FALSE;
}

static void
attach_scalar (Growing *g, WijkJsonToken token)
{
  const char *text = wijk_json_scan_get_text (g->scan);
  JsonNode *node = json_node_alloc ();

  if (token == WIJK_JSON_STRING)
    json_node_init_string (node, text);
  else if (token == WIJK_JSON_INT)
    json_node_init_int (node, wijk_json_scan_get_int (g->scan));
  else if (token == WIJK_JSON_REAL)
    json_node_init_double (node, g_ascii_strtod (text, NULL));
  else if (token == WIJK_JSON_NULL)
    json_node_init_null (node);
  else
    json_node_init_boolean (node, token == WIJK_JSON_TRUE);
  attach (g, node);
}

/* Takes in one token; FALSE at the end and at a fault. */
static gboolean
grow (Growing *g, GError **error)
{
  WijkJsonToken token = wijk_json_scan_next (g->scan, error);

  switch (token)
    {
    case WIJK_JSON_ERRED:
    case WIJK_JSON_END:
      return FALSE;
    case WIJK_JSON_OBJECT:
    case WIJK_JSON_ARRAY:
      open_node (g, token);
      return TRUE;
    case WIJK_JSON_OBJECT_END:
    case WIJK_JSON_ARRAY_END:
      g->depth--;
      return TRUE;
    case WIJK_JSON_KEY:
      return keep_key (g, error);
    case WIJK_JSON_STRING:
    case WIJK_JSON_INT:
    case WIJK_JSON_REAL:
    case WIJK_JSON_TRUE:
    case WIJK_JSON_FALSE:
    case WIJK_JSON_NULL:
    default:
      attach_scalar (g, token);
      return TRUE;
    }
}

JsonNode *
wijk_json_tree_read (GBytes *bytes, gsize max_size, GError **error)
{
  g_autoptr (WijkJsonScan) scan = NULL;
  g_autoptr (GError) fault = NULL;
  Growing g = { 0 };
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length > max_size)
    {
      g_set_error_literal (
          error, WIJK_JSON_ERROR, WIJK_JSON_ERROR_TOO_LARGE, _ ("$: The file is too large."));
      return NULL;
    }
  scan = g.scan = wijk_json_scan_new (text != NULL ? text : "", length, MAX_VALUES);
  while (grow (&g, &fault))
    ;
  g_free (g.key);
  if (fault != NULL)
    {
      g_clear_pointer (&g.root, json_node_unref);
      g_propagate_error (error, g_steal_pointer (&fault));
    }

  return g.root;
}

/* ---- places ---- */

static void
append_place (GString *text, const WijkJsonPlace *place)
{
  if (place->up != NULL)
    append_place (text, place->up);
  if (place->up == NULL)
    g_string_append_c (text, '$');
  else if (place->key == NULL)
    g_string_append_printf (text, "[%u]", place->index);
  else
    wijk_json_append_key (text, place->key);
}

char *
wijk_json_place_to_string (const WijkJsonPlace *place)
{
  GString *text = g_string_new (NULL);

  append_place (text, place);

  return g_string_free (text, FALSE);
}

gboolean
wijk_json_refuse (const WijkJsonPlace *place, WijkJsonError code, const char *why, GError **error)
{
  g_autofree char *where = wijk_json_place_to_string (place);

  g_set_error (error, WIJK_JSON_ERROR, code, "%s: %s", where, why);

  return FALSE;
}

/* ---- members ---- */

/* The member, or NULL; *@ok becomes FALSE with an error where one is missing. */
static JsonNode *
get_member (
    JsonObject *object, const WijkJsonPlace *place, gboolean required, gboolean *ok, GError **error)
{
  JsonNode *node = json_object_get_member (object, place->key);

  *ok = node != NULL || !required ||
        wijk_json_refuse (place, WIJK_JSON_ERROR_VALUE, _ ("This is missing."), error);

  return node;
}

gboolean
wijk_json_get_text (JsonObject *object,
                    const WijkJsonPlace *place,
                    const char *key,
                    gboolean required,
                    const char **value,
                    GError **error)
{
  WijkJsonPlace at = { .up = place, .key = key };
  gboolean ok;
  JsonNode *node = get_member (object, &at, required, &ok, error);

  if (node == NULL)
    return ok;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return wijk_json_refuse (&at, WIJK_JSON_ERROR_VALUE, _ ("A text should stand here."), error);
  *value = json_node_get_string (node);

  return TRUE;
}

gboolean
wijk_json_get_int (JsonObject *object,
                   const WijkJsonPlace *place,
                   const char *key,
                   gboolean required,
                   gint64 *value,
                   GError **error)
{
  WijkJsonPlace at = { .up = place, .key = key };
  gboolean ok;
  JsonNode *node = get_member (object, &at, required, &ok, error);

  if (node == NULL)
    return ok;
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return wijk_json_refuse (
        &at, WIJK_JSON_ERROR_VALUE, _ ("A whole number should stand here."), error);
  *value = json_node_get_int (node);

  return TRUE;
}

gboolean
wijk_json_check_format (JsonObject *object, const WijkJsonPlace *place, GError **error)
{
  WijkJsonPlace at = { .up = place, .key = "format" };
  gint64 format = -1;

  if (!wijk_json_get_int (object, place, "format", TRUE, &format, error))
    return FALSE;
  if (format > FORMAT)
    return wijk_json_refuse (
        &at,
        WIJK_JSON_ERROR_NEWER,
        _ ("The file was made by a newer version of the program; update the program to open it."),
        error);
  if (format < 0)
    return wijk_json_refuse (&at, WIJK_JSON_ERROR_VALUE, _ ("There is no such format."), error);

  return TRUE;
}
