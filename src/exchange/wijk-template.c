/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-template.h"

#include <glib/gi18n.h>

#include "wijk-change.h"
#include "wijk-id.h"
#include "wijk-json-tree.h"
#include "wijk-outline.h"
#include "wijk-place.h"

#define MAX_SIZE (1024 * 1024)

static gboolean add_sections (GPtrArray *edits,
                              JsonObject *object,
                              const WijkJsonPlace *place,
                              const char *parent,
                              guint depth,
                              GError **error);

static gboolean
add_section (GPtrArray *edits,
             JsonNode *node,
             const WijkJsonPlace *at,
             const char *parent,
             char **key,
             guint depth,
             GError **error)
{
  g_autofree char *id = wijk_id_new ("section");
  g_autofree char *place = wijk_place_new (parent, *key, NULL);
  const char *title = NULL, *guidance = NULL;
  gint64 target_words = 0;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return wijk_json_refuse (at, WIJK_JSON_ERROR_VALUE, _ ("This is not a section."), error);
  object = json_node_get_object (node);
  if (!wijk_json_get_text (object, at, "title", TRUE, &title, error) ||
      !wijk_json_get_text (object, at, "guidance", FALSE, &guidance, error) ||
      !wijk_json_get_int (object, at, "target-words", FALSE, &target_words, error))
    return FALSE;

  g_set_str (key, wijk_place_get_key (place));
  wijk_edits_add (edits, id, "place", place);
  wijk_edits_add (edits, id, "title", title);
  wijk_edits_add (edits, id, "status", "idee");
  if (guidance != NULL)
    wijk_edits_add (edits, id, "guidance", guidance);
  if (target_words > 0)
    {
      g_autofree char *words = g_strdup_printf ("%" G_GINT64_FORMAT, target_words);

      wijk_edits_add (edits, id, "target-words", words);
    }

  return add_sections (edits, object, at, id, depth + 1, error);
}

static gboolean
add_sections (GPtrArray *edits,
              JsonObject *object,
              const WijkJsonPlace *place,
              const char *parent,
              guint depth,
              GError **error)
{
  JsonNode *node = json_object_get_member (object, "sections");
  WijkJsonPlace array = { place, "sections", 0 };
  g_autofree char *key = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node) || depth > WIJK_SECTION_DEPTH)
    return wijk_json_refuse (
        &array, WIJK_JSON_ERROR_VALUE, _ ("No sections can stand here."), error);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      WijkJsonPlace at = { &array, NULL, i };

      if (!add_section (edits,
                        json_array_get_element (json_node_get_array (node), i),
                        &at,
                        parent,
                        &key,
                        depth,
                        error))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
wijk_template_read (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (JsonNode) root = wijk_json_tree_read (bytes, MAX_SIZE, error);
  WijkJsonPlace top = { 0 };

  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      wijk_json_refuse (&top, WIJK_JSON_ERROR_VALUE, _ ("This is not a template."), error);
      return NULL;
    }
  if (!add_sections (edits, json_node_get_object (root), NULL, NULL, 0, error))
    return NULL;

  return g_steal_pointer (&edits);
}
