/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-codebook.h"

#include "wijk-plan-data.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_DEPTH 64
#define NAMESPACE "urn:QDA-XML:codebook:1.0"

typedef struct
{
  GString *xml;
  GHashTable *codes; /* ids that have been written */
} Codebook;

/* A guid in its fourth form with digits that follow from the id. */
static char *
create_guid (const char *id)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
  g_autofree char *upper = g_ascii_strup (hash, 32);

  upper[12] = '4';
  upper[16] = "89AB"[g_ascii_xdigit_value (upper[16]) & 3];
  return g_strdup_printf (
      "%.8s-%.4s-%.4s-%.4s-%.12s", upper, upper + 8, upper + 12, upper + 16, upper + 20);
}

/* On one line, and without what XML cannot hold. */
static char *
escape (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      if (sign < 0x20 || sign == 0x7f)
        g_string_append_c (clean, ' ');
      else if (sign != 0xfffe && sign != 0xffff && (sign < 0x80 || sign > 0x9f))
        g_string_append_unichar (clean, sign);
    }
  g_strstrip (clean->str);
  return g_markup_escape_text (clean->str, -1);
}

static gboolean
is_colour (const char *colour)
{
  if (!colour || *colour != '#' || strlen (colour) != 7)
    return FALSE;
  for (const char *at = colour + 1; *at; at++)
    if (!g_ascii_isxdigit (*at))
      return FALSE;
  return TRUE;
}

static void write_codes (Codebook *self, GPtrArray *themes, guint depth);

static void
write_code (Codebook *self, JsonObject *theme, guint depth)
{
  g_autoptr (GPtrArray) below = wijk_plan_data_objects (theme, "themes");
  const char *id = wijk_plan_data_peek (theme, "id");
  const char *colour = wijk_plan_data_peek (theme, "colour");
  g_autofree char *name = wijk_plan_data_text (theme, "name");
  g_autofree char *escaped = name ? escape (name) : NULL;
  g_autofree char *guid = id ? create_guid (id) : NULL;
  int indent = 2 * (int) depth + 4;

  if (!escaped || !*escaped || !id || !g_hash_table_add (self->codes, g_strdup (id)))
    return;
  g_string_append_printf (
      self->xml, "%*s<Code guid=\"%s\" name=\"%s\" isCodable=\"true\"", indent, "", guid, escaped);
  if (is_colour (colour))
    g_string_append_printf (self->xml, " color=\"%s\"", colour);
  if (below->len == 0 || depth >= MAX_DEPTH)
    {
      g_string_append (self->xml, "/>\n");
      return;
    }
  g_string_append (self->xml, ">\n");
  write_codes (self, below, depth + 1);
  g_string_append_printf (self->xml, "%*s</Code>\n", indent, "");
}

static void
write_codes (Codebook *self, GPtrArray *themes, guint depth)
{
  for (guint i = 0; i < themes->len; i++)
    write_code (self, g_ptr_array_index (themes, i), depth);
}

/* Session id to the ids of its themes, each once and in the order in which they came up. */
static GHashTable *
index_sessions (Codebook *self, JsonObject *plan)
{
  GHashTable *index =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) remarks = wijk_plan_data_objects (plan, "remarks");

  for (guint i = 0; i < remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (remarks, i);
      const char *session = wijk_plan_data_peek (remark, "session");
      g_autoptr (GPtrArray) themes = wijk_plan_data_texts (remark, "themes");
      GPtrArray *list = session ? g_hash_table_lookup (index, session) : NULL;

      if (session && !list)
        {
          list = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (index, (gpointer) session, list);
        }
      for (guint k = 0; list && k < themes->len; k++)
        {
          const char *id = g_ptr_array_index (themes, k);

          if (g_hash_table_contains (self->codes, id) &&
              !g_ptr_array_find_with_equal_func (list, id, g_str_equal, NULL))
            g_ptr_array_add (list, g_strdup (id));
        }
    }
  return index;
}

static void
write_set (Codebook *self, JsonObject *session, GPtrArray *themes)
{
  const char *id = wijk_plan_data_peek (session, "id");
  g_autofree char *title = wijk_plan_data_text (session, "title");
  g_autofree char *name = title ? escape (title) : NULL;
  g_autofree char *guid = create_guid (id);

  if (!name || !*name)
    return;
  g_string_append_printf (self->xml, "    <Set guid=\"%s\" name=\"%s\">\n", guid, name);
  for (guint i = 0; i < themes->len; i++)
    {
      g_autofree char *code = create_guid (g_ptr_array_index (themes, i));

      g_string_append_printf (self->xml, "      <MemberCode guid=\"%s\"/>\n", code);
    }
  g_string_append (self->xml, "    </Set>\n");
}

static void
write_sets (Codebook *self, JsonObject *plan)
{
  g_autoptr (GPtrArray) sessions = wijk_plan_data_objects (plan, "sessions");
  g_autoptr (GHashTable) index = index_sessions (self, plan);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  gsize before;

  g_string_append (self->xml, "  <Sets>\n");
  before = self->xml->len;
  for (guint i = 0; i < sessions->len; i++)
    {
      JsonObject *session = g_ptr_array_index (sessions, i);
      const char *id = wijk_plan_data_peek (session, "id");
      GPtrArray *themes = id ? g_hash_table_lookup (index, id) : NULL;

      if (themes && themes->len > 0 && g_hash_table_add (done, (gpointer) id))
        write_set (self, session, themes);
    }
  if (self->xml->len == before)
    g_string_truncate (self->xml, before - strlen ("  <Sets>\n"));
  else
    g_string_append (self->xml, "  </Sets>\n");
}

GBytes *
wijk_codebook_write (GBytes *plan, const char *producer, GError **error)
{
  g_autoptr (JsonNode) root = wijk_plan_data_parse (plan, error);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
  g_autofree char *origin = escape (producer);
  g_autoptr (GPtrArray) themes = NULL;
  Codebook self = { xml, codes };

  if (!root)
    return NULL;
  themes = wijk_plan_data_objects (json_node_get_object (root), "themes");
  g_string_append_printf (
      xml, "<CodeBook xmlns=\"" NAMESPACE "\" origin=\"%s\">\n  <Codes>\n", origin);
  write_codes (&self, themes, 0);
  g_string_append (xml, "  </Codes>\n");
  if (g_hash_table_size (codes) == 0)
    {
      g_set_error_literal (error,
                           WIJK_PUBLISH_ERROR,
                           WIJK_PUBLISH_ERROR_CHOICE,
                           _ ("The plan has no themes yet, so there is no codebook."));
      return NULL;
    }
  write_sets (&self, json_node_get_object (root));
  g_string_append (xml, "</CodeBook>\n");
  return g_string_free_to_bytes (g_steal_pointer (&xml));
}
