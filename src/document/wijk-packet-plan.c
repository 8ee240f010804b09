/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-packet-plan.h"

#include <glib/gi18n.h>

#include "wijk-packet-check.h"
#include "wijk-rules.h"
#include "wijk-tasks.h"

/* Notes on this laptop: ids of sessions and stamps, separated by spaces; a time in milliseconds. */
#define NOTE_SESSIONS "packet"
#define NOTE_STAMPS "packet-stamps"
#define NOTE_TIME "packet-time"

static GStrv
dup_words (WijkStore *store, const char *note)
{
  g_autofree char *words = wijk_store_dup_note (store, note);

  return words != NULL && *words != '\0' ? g_strsplit (words, " ", -1) : NULL;
}

GStrv
wijk_packet_plan_dup_sessions (WijkStore *store)
{
  return dup_words (store, NOTE_SESSIONS);
}

GHashTable *
wijk_packet_plan_dup_given (WijkStore *store)
{
  GHashTable *given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) stamps = dup_words (store, NOTE_STAMPS);

  for (guint i = 0; stamps != NULL && stamps[i] != NULL; i++)
    g_hash_table_add (given, g_strdup (stamps[i]));

  return given;
}

gint64
wijk_packet_plan_get_given_time (WijkStore *store)
{
  g_autofree char *time = wijk_store_dup_note (store, NOTE_TIME);

  return time != NULL ? g_ascii_strtoll (time, NULL, 10) : 0;
}

/* The sessions so far and this one, which comes last. */
static char *
add_session (WijkStore *store, const char *session)
{
  g_auto (GStrv) sessions = wijk_packet_plan_dup_sessions (store);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; sessions != NULL && sessions[i] != NULL; i++)
    if (!g_str_equal (sessions[i], session))
      g_string_append_printf (joined, "%s ", sessions[i]);
  g_string_append (joined, session);

  return g_string_free (joined, FALSE);
}

gboolean
wijk_packet_plan_note (WijkStore *store, const WijkPacket *packet, GError **error)
{
  g_autoptr (GHashTable) given = wijk_packet_plan_dup_given (store);
  g_autofree char *sessions = add_session (store, packet->session);
  g_autofree char *time = g_strdup_printf ("%" G_GINT64_FORMAT, packet->at);
  g_autofree char *stamps = NULL;
  g_autofree gpointer *keys = NULL;

  for (guint i = 0; i < packet->changes->len; i++)
    g_hash_table_add (given, g_strdup (((WijkChange *) packet->changes->pdata[i])->stamp));
  keys = g_hash_table_get_keys_as_array (given, NULL);
  stamps = g_strjoinv (" ", (char **) keys);

  return wijk_store_set_note (store, NOTE_STAMPS, stamps, error) &&
         wijk_store_set_note (store, NOTE_TIME, time, error) &&
         wijk_store_set_note (store, NOTE_SESSIONS, sessions, error);
}

gboolean
wijk_packet_plan_forget (WijkStore *store, GError **error)
{
  g_auto (GStrv) sessions = wijk_packet_plan_dup_sessions (store);

  return sessions == NULL || wijk_store_set_note (store, NOTE_SESSIONS, "", error);
}

gboolean
wijk_packet_plan_check_whole (WijkStore *store, GError **error)
{
  g_auto (GStrv) sessions = wijk_packet_plan_dup_sessions (store);

  if (sessions == NULL)
    return TRUE;
  g_set_error_literal (error,
                       WIJK_TASK_ERROR,
                       WIJK_TASK_ERROR_INPUT,
                       _ ("This is a work packet of one session: here remarks are collected. The"
                          " rest is done where the whole plan is."));

  return FALSE;
}

/* ---- what may be done in it ---- */

static gboolean
belongs_to_session (WijkKind kind)
{
  return kind == WIJK_KIND_REMARK || kind == WIJK_KIND_ATTENDANCE || kind == WIJK_KIND_BALLOT;
}

void
wijk_packet_plan_complete (const char *const *sessions, WijkKind kind, GPtrArray *values)
{
  if (sessions == NULL || !belongs_to_session (kind))
    return;
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (((WijkEdit *) values->pdata[i])->field, "session"))
      return;
  wijk_edits_add (values,
                  values->len > 0 ? ((WijkEdit *) values->pdata[0])->record : "",
                  "session",
                  sessions[g_strv_length ((char **) sessions) - 1]);
}

/* Whether the edits say of @record that it belongs to one of @sessions. */
static gboolean
is_put_into (const char *const *sessions, GPtrArray *edits, const char *record)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const WijkEdit *edit = edits->pdata[i];

      if (g_str_equal (edit->record, record) && g_str_equal (edit->field, "session"))
        return g_strv_contains (sessions, edit->value);
    }

  return FALSE;
}

static gboolean
check_edit (const char *const *sessions, WijkState *state, GPtrArray *edits, const WijkEdit *edit)
{
  WijkKind kind = wijk_kind_from_id (edit->record);
  WijkRecord *here = wijk_state_lookup (state, edit->record);
  const WijkField *link;

  if (!wijk_packet_carries (WIJK_PACKET_BACK, kind, edit->field))
    return FALSE;
  if (!belongs_to_session (kind))
    return TRUE;
  if (here == NULL)
    return is_put_into (sessions, edits, edit->record);
  link = wijk_kind_find_field (kind, "session");

  return !g_str_equal (edit->field, "session") ||
         g_strcmp0 (wijk_record_get_text (here, link), edit->value) == 0;
}

gboolean
wijk_packet_plan_check (const char *const *sessions,
                        WijkState *state,
                        GPtrArray *edits,
                        GError **error)
{
  for (guint i = 0; sessions != NULL && i < edits->len; i++)
    if (!check_edit (sessions, state, edits, edits->pdata[i]))
      {
        g_set_error_literal (error,
                             WIJK_RULE_ERROR,
                             WIJK_RULE_ERROR_SET,
                             _ ("In a work packet only remarks, clusters, themes, votes and"
                                " attendance of its session are collected."));
        return FALSE;
      }

  return TRUE;
}
