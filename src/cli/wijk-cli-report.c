/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb that makes reports. */

#include "config.h"

#include <glib/gi18n.h>

#include "wijk-cli-private.h"
#include "wijk-task-report.h"

/* Why what was typed is no choice, or NULL. */
static const char *
read_choice (WijkCall *call,
             const char *by,
             const char *to,
             WijkReportChoice *choice,
             WijkReportFormat *format)
{
  if (to == NULL)
    return _ ("--to is missing");
  if (!wijk_report_kind_from_word (call->args[1], &choice->kind))
    return _ ("there is no report of that kind");
  if (!wijk_report_format_from_path (to, format))
    return _ ("the name of the file must end in .pdf, .csv, .ods or .qdc");
  if (by != NULL && !wijk_report_order_from_word (by, &choice->by))
    return _ ("--by is theme, session or area");
  if (choice->is_internal && !wijk_report_kind_has_internal (choice->kind))
    return _ ("there is no internal form of this report");
  if (choice->n_cards > WIJK_REPORT_CARDS_MAX || choice->first > 100000)
    return _ ("that many cards are not made at once");

  return NULL;
}

int
wijk_verb_report (WijkCall *call, GStrv *argv)
{
  g_autofree char *to = NULL, *by = NULL, *session = NULL, *ballot = NULL;
  gboolean internal = FALSE;
  int cards = 0, first = 0;
  const GOptionEntry entries[] = { { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, NULL, NULL },
                                   { "session", 0, 0, G_OPTION_ARG_STRING, &session, NULL, NULL },
                                   { "ballot", 0, 0, G_OPTION_ARG_STRING, &ballot, NULL, NULL },
                                   { "internal", 0, 0, G_OPTION_ARG_NONE, &internal, NULL, NULL },
                                   { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
                                   { "cards", 0, 0, G_OPTION_ARG_INT, &cards, NULL, NULL },
                                   { "first", 0, 0, G_OPTION_ARG_INT, &first, NULL, NULL },
                                   { NULL } };
  WijkReportChoice choice = { 0 };
  WijkReportFormat format;
  g_autoptr (GError) error = NULL;
  g_autofree char *plan_id = NULL;
  g_autofree char *folder = NULL;
  const char *why;

  if (!wijk_call_parse (call, argv, entries, 2, 2))
    return WIJK_EXIT_USAGE;
  choice.is_internal = internal;
  choice.session = session;
  choice.ballot = ballot;
  choice.n_cards = cards >= 0 ? (guint) cards : G_MAXUINT;
  choice.first = first >= 0 ? (guint) first : G_MAXUINT;
  why = read_choice (call, by, to, &choice, &format);
  if (why != NULL)
    return wijk_call_misuse (call, why);
  plan_id = wijk_call_find_plan (call, call->args[0]);
  if (plan_id == NULL)
    return WIJK_EXIT_NOT_POSSIBLE;
  folder = g_path_get_dirname (to);
  if (!wijk_call_may_write_to (folder, &error) ||
      !wijk_task_report (&call->context, plan_id, &choice, format, to, NULL, &error))
    return wijk_call_refuse (call, error);
  g_print ("%s\n", to);

  return WIJK_EXIT_DONE;
}
