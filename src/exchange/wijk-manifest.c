/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-manifest.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "wijk-id.h"
#include "wijk-json-tree.h"
#include "wijk-json-writer.h"
#include "wijk-record.h"

#define FORMAT 0
#define MAX_NAME 200
#define MAX_FILES 10000

static void
file_free (WijkManifestFile *file)
{
  g_free (file->name);
  g_free (file->sha256);
  g_free (file);
}

WijkManifest *
wijk_manifest_new (void)
{
  WijkManifest *self = g_new0 (WijkManifest, 1);

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);

  return self;
}

void
wijk_manifest_free (WijkManifest *self)
{
  if (self == NULL)
    return;
  g_free (self->plan);
  g_free (self->title);
  g_free (self->area_name);
  g_free (self->status);
  g_free (self->date);
  g_free (self->producer);
  g_ptr_array_unref (self->files);
  g_free (self);
}

void
wijk_manifest_add_file (WijkManifest *self, const char *name, guint64 size, const char *sha256)
{
  WijkManifestFile *file = g_new0 (WijkManifestFile, 1);
  guint at = self->files->len;

  file->name = g_strdup (name);
  file->size = size;
  file->sha256 = g_strdup (sha256);
  while (at > 0 && strcmp (((WijkManifestFile *) self->files->pdata[at - 1])->name, name) > 0)
    at--;
  g_ptr_array_insert (self->files, (int) at, file);
}

static int
compare_with_name (const void *name, const void *file)
{
  return strcmp (name, (*(WijkManifestFile *const *) file)->name);
}

const WijkManifestFile *
wijk_manifest_find_file (const WijkManifest *self, const char *name)
{
  WijkManifestFile **found = NULL;

  if (self->files->len > 0)
    found =
        bsearch (name, self->files->pdata, self->files->len, sizeof (gpointer), compare_with_name);

  return found != NULL ? *found : NULL;
}

/* ---- writing ---- */

static void
add_optional (WijkJsonWriter *json, const char *key, const char *value)
{
  if (value != NULL && *value != '\0')
    wijk_json_writer_add_text (json, key, value);
}

GBytes *
wijk_manifest_write (const WijkManifest *self)
{
  const WijkField *kind = wijk_kind_find_field (WIJK_KIND_PLAN, "kind");
  WijkJsonWriter json = { .out = g_string_new (NULL) };

  wijk_json_writer_begin (&json, NULL, '{');
  wijk_json_writer_add_int (&json, "format", FORMAT);
  wijk_json_writer_add_text (&json, "plan", self->plan);
  add_optional (&json, "kind", wijk_field_choice_to_word (kind, (int) self->kind));
  wijk_json_writer_add_text (&json, "title", self->title);
  add_optional (&json, "area-name", self->area_name);
  if (self->version > 0)
    wijk_json_writer_add_int (&json, "version", self->version);
  add_optional (&json, "status", self->status);
  add_optional (&json, "date", self->date);
  wijk_json_writer_add_text (&json, "audience", wijk_audience_to_word (self->audience));
  add_optional (&json, "producer", self->producer);
  wijk_json_writer_begin (&json, "files", '[');
  for (guint i = 0; i < self->files->len; i++)
    {
      const WijkManifestFile *file = self->files->pdata[i];

      wijk_json_writer_begin (&json, NULL, '{');
      wijk_json_writer_add_text (&json, "name", file->name);
      wijk_json_writer_add_int (&json, "size", (gint64) file->size);
      wijk_json_writer_add_text (&json, "sha256", file->sha256);
      wijk_json_writer_end (&json, '}');
    }
  wijk_json_writer_end (&json, ']');
  wijk_json_writer_end (&json, '}');

  return g_string_free_to_bytes (json.out);
}

/* ---- reading ---- */

static gboolean
read_text (JsonObject *object,
           const WijkJsonPlace *place,
           const char *key,
           const WijkField *rules,
           char **value,
           GError **error)
{
  WijkJsonPlace at = { .up = place, .key = key };
  g_autoptr (GError) fault = NULL;
  const char *text = NULL;
  gboolean required = rules != NULL && (rules->flags & WIJK_FIELD_REQUIRED) != 0;

  if (!wijk_json_get_text (object, place, key, required, &text, error))
    return FALSE;
  if (text != NULL && rules != NULL && !wijk_field_check (rules, text, &fault))
    return wijk_json_refuse (&at, WIJK_JSON_ERROR_VALUE, fault->message, error);
  *value = g_strdup (text);

  return TRUE;
}

static gboolean
read_file (
    WijkManifest *self, GHashTable *names, const WijkJsonPlace *at, JsonNode *node, GError **error)
{
  const char *name = NULL, *sha256 = NULL;
  gint64 size = -1;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return wijk_json_refuse (at, WIJK_JSON_ERROR_VALUE, _ ("This is not a file."), error);
  object = json_node_get_object (node);
  if (!wijk_json_get_text (object, at, "name", TRUE, &name, error) ||
      !wijk_json_get_int (object, at, "size", TRUE, &size, error) ||
      !wijk_json_get_text (object, at, "sha256", TRUE, &sha256, error))
    return FALSE;
  if (*name == '\0' || strlen (name) > MAX_NAME || size < 0 || !wijk_is_hex (sha256, 64))
    return wijk_json_refuse (
        at, WIJK_JSON_ERROR_VALUE, _ ("The name, size or hash of the file is malformed."), error);
  if (!g_hash_table_add (names, (gpointer) name))
    return wijk_json_refuse (at, WIJK_JSON_ERROR_VALUE, _ ("This stands there twice."), error);
  wijk_manifest_add_file (self, name, (guint64) size, sha256);

  return TRUE;
}

static gboolean
read_files (WijkManifest *self, const WijkJsonPlace *root, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  WijkJsonPlace at = { .up = root, .key = "files" };
  JsonNode *node = json_object_get_member (object, "files");
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return wijk_json_refuse (
        &at, WIJK_JSON_ERROR_VALUE, _ ("A list of files should stand here."), error);
  array = json_node_get_array (node);
  if (json_array_get_length (array) > MAX_FILES)
    return wijk_json_refuse (&at, WIJK_JSON_ERROR_TOO_LARGE, _ ("The list is too long."), error);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      WijkJsonPlace item = { .up = &at, .index = i };

      if (!read_file (self, names, &item, json_array_get_element (array, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_identity (WijkManifest *self, const WijkJsonPlace *root, JsonObject *object, GError **error)
{
  const WijkField *kind = wijk_kind_find_field (WIJK_KIND_PLAN, "kind");
  WijkJsonPlace plan = { .up = root, .key = "plan" };
  g_autofree char *word = NULL;

  if (!read_text (object, root, "plan", NULL, &self->plan, error) ||
      !read_text (object, root, "kind", kind, &word, error) ||
      !read_text (object,
                  root,
                  "title",
                  wijk_kind_find_field (WIJK_KIND_PLAN, "title"),
                  &self->title,
                  error))
    return FALSE;
  if (!wijk_id_has_kind (self->plan, "plan"))
    return wijk_json_refuse (
        &plan, WIJK_JSON_ERROR_VALUE, _ ("This is not the id of a plan."), error);
  self->kind = (WijkPlanKind) wijk_field_choice_from_word (kind, word);

  return read_text (object, root, "area-name", NULL, &self->area_name, error) &&
         read_text (object, root, "producer", NULL, &self->producer, error);
}

static gboolean
read_version (WijkManifest *self, const WijkJsonPlace *root, JsonObject *object, GError **error)
{
  WijkJsonPlace audience = { .up = root, .key = "audience" };
  WijkJsonPlace version = { .up = root, .key = "version" };
  g_autofree char *word = NULL;

  if (!wijk_json_get_int (object, root, "version", FALSE, &self->version, error) ||
      !read_text (object,
                  root,
                  "status",
                  wijk_kind_find_field (WIJK_KIND_VERSION, "status"),
                  &self->status,
                  error) ||
      !read_text (object,
                  root,
                  "date",
                  wijk_kind_find_field (WIJK_KIND_VERSION, "date"),
                  &self->date,
                  error) ||
      !read_text (object, root, "audience", NULL, &word, error))
    return FALSE;
  if (self->version < 0 || self->version > 100000)
    return wijk_json_refuse (
        &version, WIJK_JSON_ERROR_VALUE, _ ("The number of the version is not possible."), error);
  if (!wijk_audience_from_word (word, &self->audience))
    return wijk_json_refuse (&audience,
                             WIJK_JSON_ERROR_VALUE,
                             _ ("Either “openbaar” or “intern” should stand here."),
                             error);

  return TRUE;
}

WijkManifest *
wijk_manifest_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) node = wijk_json_tree_read (bytes, WIJK_MANIFEST_MAX_SIZE, error);
  g_autoptr (WijkManifest) self = wijk_manifest_new ();
  WijkJsonPlace root = { 0 };
  JsonObject *object;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      (void) wijk_json_refuse (&root, WIJK_JSON_ERROR_VALUE, _ ("This is not a manifest."), error);
      return NULL;
    }
  object = json_node_get_object (node);
  if (!wijk_json_check_format (object, &root, error) ||
      !read_identity (self, &root, object, error) || !read_version (self, &root, object, error) ||
      !read_files (self, &root, object, error))
    return NULL;

  return g_steal_pointer (&self);
}
