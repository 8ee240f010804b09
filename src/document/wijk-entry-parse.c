/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked on a command line, as edits. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-entry.h"

static gboolean
parse_deleted (
    WijkState *state, const char *record, const char *value, GPtrArray *edits, GError **error)
{
  WijkRecord *target = wijk_state_lookup (state, record);

  if (*value != '\0')
    return wijk_entry_delete (state, target, edits, error);
  wijk_edits_add (edits, record, "deleted", "");

  return TRUE;
}

/* `aspects=sociaal,veiligheid`: exactly these. */
static void
parse_whole_set (WijkState *state,
                 const WijkField *field,
                 const char *record,
                 const char *value,
                 GPtrArray *edits)
{
  WijkRecord *standing = wijk_state_lookup (state, record);
  GPtrArray *old = standing != NULL ? wijk_record_get_set (standing, field) : NULL;
  g_auto (GStrv) members = g_strsplit (value, ",", -1);

  for (guint i = 0; members[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (field->key, "/", g_strstrip (members[i]), NULL);

      if (*members[i] != '\0')
        wijk_edits_add (edits, record, name, "1");
    }
  for (guint i = 0; old != NULL && i < old->len; i++)
    {
      g_autofree char *name = g_strconcat (field->key, "/", (char *) old->pdata[i], NULL);

      if (!g_strv_contains ((const char *const *) members, old->pdata[i]))
        wijk_edits_add (edits, record, name, "");
    }
}

gboolean
wijk_entry_parse (WijkState *state,
                  WijkKind kind,
                  const char *record,
                  const char *assignment,
                  GPtrArray *edits,
                  GError **error)
{
  const char *equals = strchr (assignment, '=');
  const WijkField *known;
  g_autofree char *key = NULL;
  g_autofree char *field = NULL;
  char sign = equals != NULL && equals > assignment ? equals[-1] : '\0';

  key = g_strndup (assignment,
                   equals != NULL ? (gsize) (equals - assignment) - (sign == '+' || sign == '-')
                                  : strlen (assignment));
  if (equals == NULL || !g_utf8_validate (assignment, -1, NULL) || strchr (key, '/') != NULL ||
      !wijk_field_name_is_valid (key))
    {
      g_autofree char *shown = g_utf8_make_valid (assignment, -1);

      g_set_error (error,
                   WIJK_FIELD_ERROR,
                   WIJK_FIELD_ERROR_UNKNOWN,
                   _ ("“%s” is not of the form KEY=VALUE."),
                   shown);
      return FALSE;
    }
  if (g_str_equal (key, "deleted") && wijk_state_lookup (state, record) != NULL)
    return parse_deleted (state, record, equals + 1, edits, error);
  known = wijk_kind_find_field (kind, key);
  if (sign == '+' || sign == '-')
    {
      field = g_strconcat (key, "/", equals + 1, NULL);
      wijk_edits_add (edits, record, field, sign == '+' ? "1" : "");
    }
  else if (known != NULL && known->kind == WIJK_FIELD_SET)
    parse_whole_set (state, known, record, equals + 1, edits);
  else
    wijk_edits_add (edits, record, key, equals + 1);

  return TRUE;
}
