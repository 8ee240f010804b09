/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-mention.h"

#include <string.h>

#include "wijk-id.h"

#define SCHEME "wijk:"
#define CODE_MOST 4   /* signs before the number of a remark */
#define WORDS_MOST 60 /* characters of a quotation that names itself */

const char *
wijk_mention_get_id (const char *uri)
{
  const char *slash;

  if (!g_str_has_prefix (uri, SCHEME))
    return NULL;
  slash = strchr (uri, '/');

  return slash != NULL && wijk_id_is_valid (slash + 1) ? slash + 1 : NULL;
}

char *
wijk_mention_dup_uri (WijkRecord *record)
{
  return g_strdup_printf (SCHEME "%s/%s",
                          wijk_kind_to_word (wijk_record_get_kind (record)),
                          wijk_record_get_id (record));
}

char *
wijk_mention_dup_words (WijkRecord *record)
{
  static const char *const keys[] = { "label", "title", "organisation", "name", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const WijkField *field = wijk_kind_find_field (wijk_record_get_kind (record), keys[i]);
      const char *words = field != NULL && field->kind == WIJK_FIELD_TEXT &&
                                  (field->flags & WIJK_FIELD_PERSONAL) == 0
                              ? wijk_record_get_text (record, field)
                              : NULL;

      if (words == NULL || *words == '\0')
        continue;
      if (g_utf8_strlen (words, -1) <= WORDS_MOST)
        return g_strdup (words);
      return g_utf8_substring (words, 0, WORDS_MOST);
    }

  return g_strdup (wijk_record_get_id (record));
}

gboolean
wijk_mention_is_label (const char *words)
{
  const char *p = words;

  while (g_ascii_isupper (*p) || g_ascii_isdigit (*p))
    p++;
  if (p == words || p - words > CODE_MOST || *p++ != '-' || *p == '\0')
    return FALSE;
  while (g_ascii_isdigit (*p))
    p++;

  return *p == '\0';
}

WijkRecord *
wijk_mention_find_remark (WijkState *state, const char *label)
{
  GListModel *remarks = G_LIST_MODEL (wijk_state_get_list (state, WIJK_KIND_REMARK));

  for (guint i = 0; i < g_list_model_get_n_items (remarks); i++)
    {
      g_autoptr (WijkRemark) remark = g_list_model_get_item (remarks, i);

      if (g_strcmp0 (remark->label, label) == 0)
        return remark->withdrawn == NULL || *remark->withdrawn == '\0' ? WIJK_RECORD (remark)
                                                                       : NULL;
    }

  return NULL;
}

GStrv
wijk_mention_find_all (const char *commonmark)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *p = commonmark; (p = strstr (p, "(" SCHEME)) != NULL;)
    {
      gsize length = strcspn (++p, ") \n");
      g_autofree char *uri = g_strndup (p, length);
      const char *id = wijk_mention_get_id (uri);

      if (id != NULL && g_hash_table_add (seen, g_strdup (id)))
        g_strv_builder_add (ids, id);
    }

  return g_strv_builder_end (ids);
}
