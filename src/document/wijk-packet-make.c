/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-packet-make.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-bundle.h"
#include "wijk-id.h"
#include "wijk-left.h"
#include "wijk-load.h"
#include "wijk-packet-check.h"
#include "wijk-packet-plan.h"
#include "wijk-plan-files.h"
#include "wijk-session.h"
#include "wijk-stakeholder.h"

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, WIJK_TASK_ERROR, WIJK_TASK_ERROR_INPUT, message);

  return FALSE;
}

/* ---- out ---- */

static gboolean
goes_out (WijkState *state, const WijkPacket *packet, WijkRecord *record)
{
  const char *id = wijk_record_get_id (record);
  WijkRecord *ballot;
  const WijkField *link;

  switch ((int) wijk_record_get_kind (record))
    {
    case WIJK_KIND_PLAN:
    case WIJK_KIND_THEME:
      return TRUE;
    case WIJK_KIND_SESSION:
      return g_str_equal (id, packet->session);
    case WIJK_KIND_STAKEHOLDER:
      return WIJK_STAKEHOLDER (record)->kind == WIJK_STAKEHOLDER_ORGANISATION;
    case WIJK_KIND_BALLOT:
      link = wijk_kind_find_field (WIJK_KIND_BALLOT, "session");
      return g_strcmp0 (wijk_record_get_text (record, link), packet->session) == 0;
    case WIJK_KIND_OPTION:
      link = wijk_kind_find_field (WIJK_KIND_OPTION, "ballot");
      ballot =
          wijk_state_lookup_live (state, wijk_record_get_text (record, link), WIJK_KIND_BALLOT);
      return ballot != NULL && goes_out (state, packet, ballot);
    default:
      return FALSE;
    }
}

/* Of a field with several heads, one says that this is a person, or of another session. */
static gboolean
is_doubtful (WijkRecord *record)
{
  static const char *const keys[] = { "kind", "session", "ballot", NULL };
  const char *const *conflicts = wijk_record_get_conflicts (record);

  for (guint i = 0; conflicts != NULL && conflicts[i] != NULL; i++)
    if (g_strv_contains (keys, conflicts[i]))
      return TRUE;

  return FALSE;
}

/* Stamps of what stands now in the fields that go out: words of before stay here. */
static GHashTable *
collect_heads (WijkStore *store, WijkState *state, const WijkPacket *packet, GError **error)
{
  g_autoptr (GHashTable) stamps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (WijkHeadReader) reader = wijk_store_read_heads (store, error);
  g_autoptr (GError) failure = NULL;
  const WijkHead *heads;
  guint n;

  while (reader != NULL && (heads = wijk_head_reader_next (reader, &n, &failure)) != NULL)
    {
      WijkRecord *record = wijk_state_lookup (state, heads[0].record);

      if (record == NULL || wijk_record_is_deleted (record) || is_doubtful (record) ||
          !goes_out (state, packet, record))
        continue;
      for (guint i = 0; i < n; i++)
        if (heads[i].value != NULL &&
            wijk_packet_carries (WIJK_PACKET_OUT, wijk_record_get_kind (record), heads[i].field))
          g_hash_table_add (stamps, g_strdup (heads[i].stamp));
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (reader != NULL)
    return g_steal_pointer (&stamps);

  return NULL;
}

/* Who did what, and when what was said, is not the table's business: a step is only its time. */
static WijkStep *
bare_step (const WijkStep *step)
{
  return wijk_step_new (step->id, "", step->at, "", step->undoes);
}

static gboolean
fill_out (WijkPacket *packet,
          WijkStore *store,
          WijkState *state,
          GPtrArray *steps,
          GPtrArray *changes,
          GError **error)
{
  g_autoptr (GHashTable) stamps = collect_heads (store, state, packet, error);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  if (stamps == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      WijkChange *change = changes->pdata[i];

      if (!g_hash_table_contains (stamps, change->stamp))
        continue;
      g_hash_table_add (used, change->step);
      g_ptr_array_add (packet->changes, g_steal_pointer (&changes->pdata[i]));
    }
  for (guint i = 0; i < steps->len; i++)
    if (g_hash_table_contains (used, ((WijkStep *) steps->pdata[i])->id))
      g_ptr_array_add (packet->steps, bare_step (steps->pdata[i]));

  return TRUE;
}

/* ---- back ---- */

static void
fill_back (
    WijkPacket *packet, WijkStore *store, WijkState *state, GPtrArray *steps, GPtrArray *changes)
{
  g_autoptr (GHashTable) given = wijk_packet_plan_dup_given (store);

  packet->given = wijk_packet_plan_get_given_time (store);
  for (guint i = 0; i < changes->len; i++)
    if (!g_hash_table_contains (given, ((WijkChange *) changes->pdata[i])->stamp))
      g_ptr_array_add (packet->changes, g_steal_pointer (&changes->pdata[i]));
  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (packet->steps, g_steal_pointer (&steps->pdata[i]));
  wijk_packet_narrow (packet, state);
}

/* ---- both ---- */

/* `werkpakket-TITLE-DATE` goes out; back comes `inbreng-TITLE-LABEL-DEVICE`. */
static char *
make_name (WijkPacket *packet, WijkSession *session, const WijkContext *context)
{
  g_autofree char *title = wijk_bundle_fold_name (session->title != NULL ? session->title : "");
  g_autofree char *label = wijk_bundle_fold_name (packet->label);
  g_autofree char *date = g_date_time_format (context->now, "%Y-%m-%d");
  gboolean is_out = packet->kind == WIJK_PACKET_OUT;

  return g_strconcat (is_out ? "werkpakket" : "inbreng",
                      *title != '\0' ? "-" : "",
                      title,
                      *label != '\0' ? "-" : "",
                      label,
                      "-",
                      is_out ? date : context->device,
                      WIJK_PACKET_SUFFIX,
                      NULL);
}

static WijkSession *
find_session (WijkState *state, GStrv sessions, const char **id, GError **error)
{
  WijkRecord *record;

  if (*id == NULL && sessions != NULL)
    *id = sessions[g_strv_length (sessions) - 1];
  record = *id != NULL ? wijk_state_lookup_live (state, *id, WIJK_KIND_SESSION) : NULL;
  if (record == NULL ||
      (sessions != NULL && !g_strv_contains ((const char *const *) sessions, *id)))
    {
      refuse (_ ("This plan has no such session."), error);
      return NULL;
    }

  return WIJK_SESSION (record);
}

static GBytes *
make (const WijkContext *context,
      WijkStore *store,
      const char *session_id,
      const char *label,
      char **name,
      GError **error)
{
  g_auto (GStrv) sessions = wijk_packet_plan_dup_sessions (store);
  g_autoptr (WijkState) state = wijk_load_state (store, error);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (WijkPacket) packet = NULL;
  WijkSession *session = state != NULL ? find_session (state, sessions, &session_id, error) : NULL;

  if (session == NULL || !wijk_store_read_changes (store, &steps, &changes, error))
    return NULL;
  packet = wijk_packet_new (sessions != NULL ? WIJK_PACKET_BACK : WIJK_PACKET_OUT,
                            wijk_store_get_plan_id (store),
                            session_id,
                            context->device,
                            context->author,
                            label);
  packet->at = g_date_time_to_unix (context->now) * 1000;
  if (packet->kind == WIJK_PACKET_BACK)
    fill_back (packet, store, state, steps, changes);
  else if (!fill_out (packet, store, state, steps, changes, error))
    return NULL;
  if (!wijk_packet_check (packet, state, NULL, error))
    return NULL;
  *name = make_name (packet, session, context);

  return wijk_packet_write (packet, error);
}

GBytes *
wijk_task_make_packet (const WijkContext *context,
                       const char *plan_id,
                       const char *session,
                       const char *label,
                       char **name,
                       GError **error)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);

  *name = NULL;
  if (store == NULL || !wijk_plan_files_check_writable (store, error))
    return NULL;
  if (label != NULL && strlen (label) > WIJK_PACKET_MAX_LABEL)
    {
      refuse (_ ("That is too long for a label."), error);
      return NULL;
    }

  return wijk_store_close_typing (store, error) ? make (context, store, session, label, name, error)
                                                : NULL;
}

gboolean
wijk_task_save_packet (const WijkContext *context,
                       const char *plan_id,
                       GBytes *packet,
                       const char *path,
                       GError **error)
{
  return wijk_left_note_for (context, plan_id, WIJK_LEFT_PACKET, path, error) &&
         wijk_plan_files_write_shared (path, packet, error);
}
