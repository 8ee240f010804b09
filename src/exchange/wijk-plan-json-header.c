/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-plan-json-private.h"

static gboolean
read_version (WijkPlanJsonHeader *header,
              const WijkJsonPlace *root,
              JsonObject *object,
              GError **error)
{
  WijkJsonPlace at = { .up = root, .key = "version" };
  JsonNode *node = json_object_get_member (object, "version");
  const struct
  {
    const char *key;
    char **slot;
  } texts[] = {
    { "status", &header->status },   { "date", &header->date },     { "label", &header->label },
    { "summary", &header->summary }, { "reason", &header->reason },
  };

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return wijk_json_refuse (
        &at, WIJK_JSON_ERROR_VALUE, _ ("A record in braces should stand here."), error);
  object = json_node_get_object (node);
  if (!wijk_json_get_int (object, &at, "number", TRUE, &header->version, error))
    return FALSE;
  if (header->version < 1 || header->version > 100000)
    return wijk_json_refuse (
        &at, WIJK_JSON_ERROR_VALUE, _ ("The number of the version is not possible."), error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = NULL;
      WijkJsonPlace member = { .up = &at, .key = texts[i].key };
      g_autoptr (GError) fault = NULL;

      if (!wijk_json_get_text (object, &at, texts[i].key, FALSE, &text, error))
        return FALSE;
      if (text != NULL &&
          !wijk_field_check (wijk_kind_find_field (WIJK_KIND_VERSION, texts[i].key), text, &fault))
        return wijk_json_refuse (&member, WIJK_JSON_ERROR_VALUE, fault->message, error);
      *texts[i].slot = g_strdup (text);
    }

  return TRUE;
}

gboolean
wijk_plan_json_read_header (WijkPlanJsonHeader *header,
                            const WijkJsonPlace *root,
                            JsonObject *object,
                            GError **error)
{
  WijkJsonPlace at = { .up = root, .key = "audience" };
  const char *audience = NULL, *language = NULL, *plan = NULL, *title = NULL;

  if (!wijk_json_check_format (object, root, error) ||
      !wijk_json_get_text (object, root, "audience", TRUE, &audience, error) ||
      !wijk_json_get_text (object, root, "language", TRUE, &language, error) ||
      !wijk_json_get_text (object, root, "id", TRUE, &plan, error) ||
      !wijk_json_get_text (object, root, "title", TRUE, &title, error))
    return FALSE;
  if (!wijk_audience_from_word (audience, &header->audience))
    return wijk_json_refuse (
        &at, WIJK_JSON_ERROR_VALUE, _ ("Either “openbaar” or “intern” should stand here."), error);
  at.key = "language";
  if (*language == '\0' || strlen (language) > 35 ||
      strspn (language, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") != strlen (language))
    return wijk_json_refuse (
        &at, WIJK_JSON_ERROR_VALUE, _ ("This is not the tag of a language, such as nl."), error);
  header->language = g_strdup (language);
  header->plan = g_strdup (plan);
  header->title = g_strdup (title);

  return read_version (header, root, object, error);
}

void
wijk_plan_json_header_clear (WijkPlanJsonHeader *header)
{
  g_free (header->language);
  g_free (header->plan);
  g_free (header->title);
  g_free (header->status);
  g_free (header->date);
  g_free (header->label);
  g_free (header->summary);
  g_free (header->reason);
  g_clear_pointer (&header->left_out, g_ptr_array_unref);
  memset (header, 0, sizeof *header);
}
