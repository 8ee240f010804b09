/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs about files that go out: version, draft, export, verify. */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "wijk-cli-private.h"
#include "wijk-json-writer.h"
#include "wijk-task-form.h"

/* ---- version, draft, export ---- */

int
wijk_verb_version (WijkCall *call, GStrv *argv)
{
  g_autofree char *label = NULL, *summary = NULL, *status = NULL, *reason = NULL;
  gboolean take_over = FALSE;
  const GOptionEntry entries[] = { { "label", 0, 0, G_OPTION_ARG_STRING, &label, NULL, NULL },
                                   { "summary", 0, 0, G_OPTION_ARG_STRING, &summary, NULL, NULL },
                                   { "status", 0, 0, G_OPTION_ARG_STRING, &status, NULL, NULL },
                                   { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
                                   { "take-over", 0, 0, G_OPTION_ARG_NONE, &take_over, NULL, NULL },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autofree char *plan_id = NULL;
  WijkNewVersion what;
  guint number;

  if (!wijk_call_parse (call, argv, entries, 1, 1))
    return WIJK_EXIT_USAGE;
  if (label == NULL)
    return wijk_call_misuse (call, _ ("--label is missing"));
  plan_id = wijk_call_find_plan (call, call->args[0]);
  if (plan_id == NULL)
    return WIJK_EXIT_NOT_POSSIBLE;
  if (take_over && !wijk_task_take_over (&call->context, plan_id, &error))
    return wijk_call_refuse (call, error);
  what = (WijkNewVersion) { label, summary, status, reason };
  number = wijk_task_make_version (&call->context, plan_id, &what, NULL, &error);
  if (number == 0)
    return wijk_call_refuse (call, error);
  g_print ("%u\n", number);

  return WIJK_EXIT_DONE;
}

int
wijk_verb_draft (WijkCall *call, GStrv *argv)
{
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = { { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, NULL, NULL },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autofree char *plan_id = NULL;
  g_autofree char *folder = NULL;

  if (!wijk_call_parse (call, argv, entries, 1, 1))
    return WIJK_EXIT_USAGE;
  if (to == NULL)
    return wijk_call_misuse (call, _ ("--to is missing"));
  plan_id = wijk_call_find_plan (call, call->args[0]);
  if (plan_id == NULL)
    return WIJK_EXIT_NOT_POSSIBLE;
  folder = g_path_get_dirname (to);
  if (!wijk_call_may_write_to (folder, &error) ||
      !wijk_task_draft (&call->context, plan_id, to, NULL, &error))
    return wijk_call_refuse (call, error);
  g_print ("%s\n", to);

  return WIJK_EXIT_DONE;
}

int
wijk_verb_export (WijkCall *call, GStrv *argv)
{
  g_autofree char *to = NULL;
  int version = 0;
  gboolean internal = FALSE;
  const GOptionEntry entries[] = { { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, NULL, NULL },
                                   { "version", 0, 0, G_OPTION_ARG_INT, &version, NULL, NULL },
                                   { "internal", 0, 0, G_OPTION_ARG_NONE, &internal, NULL, NULL },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autofree char *plan_id = NULL;
  g_autofree char *path = NULL;

  if (!wijk_call_parse (call, argv, entries, 1, 1))
    return WIJK_EXIT_USAGE;
  if (to == NULL)
    return wijk_call_misuse (call, _ ("--to is missing"));
  if (version < 0 || (internal && version != 0))
    return wijk_call_misuse (call,
                             version < 0 ? _ ("versions are numbered from 1")
                                         : _ ("--internal is the plan as it stands"));
  plan_id = wijk_call_find_plan (call, call->args[0]);
  if (plan_id == NULL)
    return WIJK_EXIT_NOT_POSSIBLE;
  if (g_str_equal (to, "-"))
    return wijk_task_export_fd (
               &call->context, plan_id, (guint) version, internal, STDOUT_FILENO, NULL, &error)
               ? WIJK_EXIT_DONE
               : wijk_call_refuse (call, error);
  if (wijk_call_may_write_to (to, &error))
    path = wijk_task_export (&call->context, plan_id, (guint) version, internal, to, NULL, &error);
  if (path == NULL)
    return wijk_call_refuse (call, error);
  g_print ("%s\n", path);

  return WIJK_EXIT_DONE;
}

/* ---- forms ---- */

int
wijk_verb_form (WijkCall *call, GStrv *argv)
{
  g_autofree char *to = NULL, *session = NULL;
  int tables = 0;
  const GOptionEntry entries[] = { { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, NULL, NULL },
                                   { "session", 0, 0, G_OPTION_ARG_STRING, &session, NULL, NULL },
                                   { "tables", 0, 0, G_OPTION_ARG_INT, &tables, NULL, NULL },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autofree char *plan_id = NULL;
  g_auto (GStrv) paths = NULL;

  if (!wijk_call_parse (call, argv, entries, 1, 1))
    return WIJK_EXIT_USAGE;
  if (to == NULL || session == NULL || tables < 0)
    return wijk_call_misuse (call, _ ("something is missing"));
  plan_id = wijk_call_find_plan (call, call->args[0]);
  if (plan_id == NULL)
    return WIJK_EXIT_NOT_POSSIBLE;
  if (wijk_call_may_write_to (to, &error))
    paths = wijk_task_make_forms (&call->context, plan_id, session, (guint) tables, to, &error);
  if (paths == NULL)
    return wijk_call_refuse (call, error);
  for (guint i = 0; paths[i] != NULL; i++)
    g_print ("%s\n", paths[i]);

  return WIJK_EXIT_DONE;
}

/* ---- verify ---- */

static void
print_promises (GPtrArray *promises, gboolean as_json)
{
  g_autoptr (GString) out = g_string_new (NULL);
  WijkJsonWriter json = { .out = out };

  wijk_json_writer_begin (&json, NULL, '[');
  for (guint i = 0; i < promises->len; i++)
    {
      const WijkPromise *promise = promises->pdata[i];

      wijk_json_writer_begin (&json, NULL, '{');
      wijk_json_writer_add_bool (&json, "held", promise->held);
      wijk_json_writer_add_text (&json, "promise", promise->promise);
      wijk_json_writer_end (&json, '}');
      if (!as_json)
        g_print ("%s %s\n", promise->held ? _ ("held:    ") : _ ("NOT HELD:"), promise->promise);
    }
  wijk_json_writer_end (&json, ']');
  if (as_json)
    g_print ("%s", out->str);
}

int
wijk_verb_verify (WijkCall *call, GStrv *argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) promises = NULL;

  if (!wijk_call_parse (call, argv, entries, 1, 1))
    return WIJK_EXIT_USAGE;
  file = g_file_new_for_commandline_arg (call->args[0]);
  promises = wijk_task_verify (&call->context, file, NULL, &error);
  if (promises == NULL)
    return wijk_call_refuse (call, error);
  print_promises (promises, as_json);
  for (guint i = 0; i < promises->len; i++)
    if (!((WijkPromise *) promises->pdata[i])->held)
      return WIJK_EXIT_NOT_POSSIBLE;

  return WIJK_EXIT_DONE;
}
