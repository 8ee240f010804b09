/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs that change a plan: add, set, undo. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-cli-private.h"
#include "wijk-entry.h"
#include "wijk-load.h"
#include "wijk-packet-plan.h"

/* The plan that is worked on. */
typedef struct
{
  char *plan_id;
  WijkStore *store;
  WijkState *state;
  GStrv packet_sessions; /* NULL: a whole plan */
} Work;

static void
work_clear (Work *work)
{
  g_free (work->plan_id);
  g_clear_object (&work->store);
  g_clear_object (&work->state);
  g_strfreev (work->packet_sessions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
begin (WijkCall *call, Work *work, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *published = NULL;

  work->plan_id = wijk_library_find (call->context.library, call->args[0], error);
  if (work->plan_id == NULL)
    return FALSE;
  folder = wijk_library_dup_plan_folder (call->context.library, work->plan_id);
  work->store = wijk_store_open (folder, call->context.device, call->context.author, error);
  if (work->store == NULL)
    return FALSE;
  published = wijk_store_dup_note (work->store, "published");
  if (g_strcmp0 (published, "1") == 0)
    {
      g_set_error_literal (error,
                           WIJK_TASK_ERROR,
                           WIJK_TASK_ERROR_READ_ONLY,
                           _ ("This is a published version; it does not change."));
      return FALSE;
    }
  work->packet_sessions = wijk_packet_plan_dup_sessions (work->store);
  work->state = wijk_load_state (work->store, error);

  return work->state != NULL;
}

/* Writes @edits, after the checks that are not made yet. */
static gboolean
write_edits (Work *work, const char *step, GPtrArray *edits, GError **error)
{
  return wijk_packet_plan_check (
             (const char *const *) work->packet_sessions, work->state, edits, error) &&
         wijk_store_write (work->store, step, edits, error);
}

static int
add_source (WijkCall *call, Work *work, const char *path, GPtrArray *values)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autofree char *id =
      wijk_task_link_pdf (&call->context, work->plan_id, file, NULL, NULL, &error);

  if (id == NULL)
    return wijk_call_refuse (call, error);
  for (guint i = 0; i < values->len; i++)
    {
      WijkEdit *value = values->pdata[i];

      wijk_edits_add (edits, id, value->field, value->value);
    }
  g_clear_object (&work->state);
  work->state = wijk_load_state (work->store, &error);
  if (work->state == NULL || !wijk_entry_check (work->state, edits, &error) ||
      !wijk_store_write (work->store, _ ("Link a PDF"), edits, &error))
    return wijk_call_refuse (call, error);
  g_print ("%s\n", id);

  return WIJK_EXIT_DONE;
}

int
wijk_verb_add (WijkCall *call, GStrv *argv)
{
  g_autofree char *file = NULL;
  const GOptionEntry entries[] = { { "file", 0, 0, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = wijk_edits_new ();
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autofree char *today = g_date_time_format (call->context.now, "%Y-%m-%d");
  g_autofree char *id = NULL;
  g_auto (Work) work = { 0 };
  WijkKind kind;

  if (!wijk_call_parse (call, argv, entries, 2, -1))
    return WIJK_EXIT_USAGE;
  kind = wijk_kind_from_word (call->args[1]);
  if (kind == WIJK_KIND_OTHER)
    return wijk_call_misuse (call, _ ("that is not a kind of record"));
  if (file != NULL && kind != WIJK_KIND_SOURCE)
    return wijk_call_misuse (call, _ ("only a source has a --file"));
  if (file == NULL && kind == WIJK_KIND_SOURCE)
    return wijk_call_misuse (call, _ ("a source needs a --file"));
  if (!begin (call, &work, &error))
    return wijk_call_refuse (call, error);
  for (guint i = 2; i < call->n_args; i++)
    if (!wijk_entry_parse (work.state, kind, "", call->args[i], values, &error))
      return wijk_call_refuse (call, error);
  if (file != NULL)
    return add_source (call, &work, file, values);
  wijk_packet_plan_complete ((const char *const *) work.packet_sessions, kind, values);
  id = wijk_entry_add (work.state, kind, values, today, edits, &error);
  if (id == NULL || !write_edits (&work, _ ("Add"), edits, &error))
    return wijk_call_refuse (call, error);
  g_print ("%s\n", id);

  return WIJK_EXIT_DONE;
}

int
wijk_verb_set (WijkCall *call, GStrv *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_auto (Work) work = { 0 };
  WijkRecord *record;

  if (!wijk_call_parse (call, argv, NULL, 3, -1))
    return WIJK_EXIT_USAGE;
  if (!begin (call, &work, &error))
    return wijk_call_refuse (call, error);
  record = wijk_state_lookup (work.state, call->args[1]);
  if (record == NULL)
    {
      g_set_error (&error,
                   WIJK_RULE_ERROR,
                   WIJK_RULE_ERROR_LINK,
                   _ ("This plan has no record %s."),
                   call->args[1]);
      return wijk_call_refuse (call, error);
    }
  for (guint i = 2; i < call->n_args; i++)
    if (!wijk_entry_parse (
            work.state, wijk_record_get_kind (record), call->args[1], call->args[i], edits, &error))
      return wijk_call_refuse (call, error);
  if (!wijk_entry_check (work.state, edits, &error) ||
      !write_edits (&work, _ ("Change"), edits, &error))
    return wijk_call_refuse (call, error);

  return WIJK_EXIT_DONE;
}

int
wijk_verb_undo (WijkCall *call, GStrv *argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (WijkUndone) undone = { 0 };
  g_auto (Work) work = { 0 };

  if (!wijk_call_parse (call, argv, NULL, 1, 1))
    return WIJK_EXIT_USAGE;
  if (!begin (call, &work, &error) || !wijk_store_undo (work.store, &undone, &error))
    return wijk_call_refuse (call, error);
  g_print ("%s\n", undone.name);
  if (undone.n_left > 0)
    g_print (ngettext ("%u field was changed since and stays as it is.\n",
                       "%u fields were changed since and stay as they are.\n",
                       undone.n_left),
             undone.n_left);

  return WIJK_EXIT_DONE;
}
