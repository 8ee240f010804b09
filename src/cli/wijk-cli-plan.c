/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on plans as a whole: list, new, show, check. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "wijk-bundle.h"
#include "wijk-cli-private.h"
#include "wijk-json-writer.h"
#include "wijk-load.h"
#include "wijk-outline.h"
#include "wijk-plan-json.h"
#include "wijk-section.h"

/* ---- list ---- */

static void
write_summary (WijkJsonWriter *json, const WijkSummary *plan)
{
  wijk_json_writer_begin (json, NULL, '{');
  wijk_json_writer_add_text (json, "id", plan->id);
  if (plan->error != NULL)
    wijk_json_writer_add_text (json, "error", plan->error);
  else
    {
      wijk_json_writer_add_text (json, "title", plan->title);
      wijk_json_writer_add_text (json, "kind", plan->kind);
      wijk_json_writer_add_text (json, "area-name", plan->area_name);
      if (plan->first_year != WIJK_UNSET)
        wijk_json_writer_add_int (json, "first-year", plan->first_year);
      if (plan->last_year != WIJK_UNSET)
        wijk_json_writer_add_int (json, "last-year", plan->last_year);
      wijk_json_writer_add_text (
          json, "status", plan->version_status != NULL ? plan->version_status : "in-bewerking");
      wijk_json_writer_add_int (json, "version", plan->version);
      wijk_json_writer_add_int (json, "remarks", plan->tally.n_remarks);
      wijk_json_writer_add_int (json, "unanswered", plan->tally.n_remarks - plan->tally.n_answered);
      wijk_json_writer_add_bool (json, "read-only", plan->read_only);
    }
  wijk_json_writer_end (json, '}');
}

static void
print_summary (const WijkSummary *plan)
{
  if (plan->error != NULL)
    {
      g_print ("%s  %s\n", plan->id, plan->error);
      return;
    }
  g_print ("%s  %s  %s  ", plan->id, plan->title, plan->kind);
  if (plan->version > 0)
    g_print (_ ("version %u (%s)"), plan->version, plan->version_status);
  else
    g_print ("%s", _ ("no version yet"));
  g_print (_ (", %u of %u remarks without an answer\n"),
           plan->tally.n_remarks - plan->tally.n_answered,
           plan->tally.n_remarks);
}

int
wijk_verb_list (WijkCall *call, GStrv *argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
                                   { NULL } };
  g_auto (GStrv) ids = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  WijkJsonWriter json = { .out = out };

  if (!wijk_call_parse (call, argv, entries, 0, 0))
    return WIJK_EXIT_USAGE;
  ids = wijk_library_list (call->context.library);
  wijk_json_writer_begin (&json, NULL, '[');
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (WijkSummary) summary = wijk_task_summarise (&call->context, ids[i]);

      if (as_json)
        write_summary (&json, summary);
      else
        print_summary (summary);
    }
  wijk_json_writer_end (&json, ']');
  if (as_json)
    g_print ("%s", out->str);

  return WIJK_EXIT_DONE;
}

/* ---- new ---- */

int
wijk_verb_new (WijkCall *call, GStrv *argv)
{
  g_autofree char *kind = NULL, *area = NULL, *parent = NULL, *title = NULL;
  gint64 from = WIJK_UNSET, to = WIJK_UNSET;
  gboolean example = FALSE;
  const GOptionEntry entries[] = { { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
                                   { "area", 0, 0, G_OPTION_ARG_STRING, &area, NULL, NULL },
                                   { "parent", 0, 0, G_OPTION_ARG_STRING, &parent, NULL, NULL },
                                   { "title", 0, 0, G_OPTION_ARG_STRING, &title, NULL, NULL },
                                   { "from", 0, 0, G_OPTION_ARG_INT64, &from, NULL, NULL },
                                   { "to", 0, 0, G_OPTION_ARG_INT64, &to, NULL, NULL },
                                   { "example", 0, 0, G_OPTION_ARG_NONE, &example, NULL, NULL },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autofree char *plan_id = NULL;
  WijkNewPlan what;

  if (!wijk_call_parse (call, argv, entries, 0, 0))
    return WIJK_EXIT_USAGE;
  if (kind == NULL || area == NULL)
    return wijk_call_misuse (call,
                             kind == NULL ? _ ("--kind is missing") : _ ("--area is missing"));
  what = (WijkNewPlan) { kind, area, parent, title, from, to, example };
  plan_id = wijk_task_new_plan (&call->context, &what, &error);
  if (plan_id == NULL)
    return wijk_call_refuse (call, error);
  g_print ("%s\n", plan_id);

  return WIJK_EXIT_DONE;
}

/* ---- show ---- */

static void
print_outline (WijkState *state)
{
  g_autoptr (GPtrArray) outline =
      wijk_outline_new (state, WIJK_KIND_SECTION, WIJK_SECTION_DEPTH, NULL);

  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *row = outline->pdata[i];
      WijkSection *section = WIJK_SECTION (row->record);

      g_print ("%*s%s %s\n", (int) row->depth * 2, "", row->number, section->title);
    }
}

static void
print_priorities (WijkState *state)
{
  g_autoptr (GPtrArray) priorities = wijk_state_dup_sorted (state, WIJK_KIND_PRIORITY);

  for (guint i = 0; i < priorities->len; i++)
    {
      WijkPriority *priority = priorities->pdata[i];

      g_print ("%u. %s", i + 1, priority->title);
      if (priority->first_year != WIJK_UNSET && priority->last_year != WIJK_UNSET)
        g_print (" (%d-%d)", (int) priority->first_year, (int) priority->last_year);
      g_print ("\n");
    }
}

static void
print_plan (WijkState *state)
{
  WijkPlan *plan = wijk_state_get_plan (state);
  WijkTally tally = wijk_state_tally (state);

  g_print ("%s\n", plan->title);
  if (plan->first_year != WIJK_UNSET && plan->last_year != WIJK_UNSET)
    g_print ("%s, %d-%d\n", plan->area_name, (int) plan->first_year, (int) plan->last_year);
  g_print (_ ("%u of %u remarks have no answer yet.\n\n"),
           tally.n_remarks - tally.n_answered,
           tally.n_remarks);
  print_outline (state);
  g_print ("\n");
  print_priorities (state);
}

static gboolean
is_file (const char *name)
{
  return g_file_test (name, G_FILE_TEST_IS_REGULAR);
}

static GBytes *
read_json (WijkCall *call, const char *name, int version, GError **error)
{
  g_autofree char *plan_id = NULL;
  g_autoptr (WijkBundleReader) reader = NULL;

  if (is_file (name))
    {
      reader = wijk_bundle_reader_new (name, NULL, NULL, error);
      return reader != NULL ? wijk_bundle_reader_read (reader, "plan.json", NULL, error) : NULL;
    }
  plan_id = wijk_library_find (call->context.library, name, error);
  if (plan_id == NULL)
    return NULL;

  return wijk_task_show_json (&call->context, plan_id, (guint) version, error);
}

int
wijk_verb_show (WijkCall *call, GStrv *argv)
{
  gboolean as_json = FALSE;
  int version = 0;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
                                   { "version", 0, 0, G_OPTION_ARG_INT, &version, NULL, NULL },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WijkState) state = NULL;
  g_auto (WijkPlanJsonHeader) header = { 0 };

  if (!wijk_call_parse (call, argv, entries, 1, 1))
    return WIJK_EXIT_USAGE;
  if (version < 0)
    return wijk_call_misuse (call, _ ("versions are numbered from 1"));
  bytes = read_json (call, call->args[0], version, &error);
  if (bytes == NULL)
    return wijk_call_refuse (call, error);
  if (as_json)
    {
      fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
      return WIJK_EXIT_DONE;
    }
  state = wijk_plan_json_read_state (bytes, &header, &error);
  if (state == NULL)
    return wijk_call_refuse (call, error);
  print_plan (state);

  return WIJK_EXIT_DONE;
}

/* ---- check ---- */

static const char *
level_word (WijkFindingLevel level)
{
  return level == WIJK_FINDING_BLOCKS ? "blocks" : level == WIJK_FINDING_OPEN ? "open" : "hint";
}

static void
print_findings (GPtrArray *findings, gboolean as_json)
{
  g_autoptr (GString) out = g_string_new (NULL);
  WijkJsonWriter json = { .out = out };

  wijk_json_writer_begin (&json, NULL, '[');
  for (guint i = 0; i < findings->len; i++)
    {
      const WijkFinding *finding = findings->pdata[i];

      wijk_json_writer_begin (&json, NULL, '{');
      wijk_json_writer_add_text (&json, "level", level_word (finding->level));
      wijk_json_writer_add_text (&json, "code", finding->code);
      wijk_json_writer_add_text (&json, "record", finding->record);
      wijk_json_writer_add_text (&json, "message", finding->message);
      wijk_json_writer_end (&json, '}');
      if (!as_json)
        g_print ("%s\n", finding->message);
    }
  wijk_json_writer_end (&json, ']');
  if (as_json)
    g_print ("%s", out->str);
  else if (findings->len == 0)
    g_print ("%s\n", _ ("Nothing is open."));
}

int
wijk_verb_check (WijkCall *call, GStrv *argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autofree char *plan_id = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (WijkState) state = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!wijk_call_parse (call, argv, entries, 1, 1))
    return WIJK_EXIT_USAGE;
  plan_id = wijk_call_find_plan (call, call->args[0]);
  if (plan_id == NULL)
    return WIJK_EXIT_NOT_POSSIBLE;
  folder = wijk_library_dup_plan_folder (call->context.library, plan_id);
  store = wijk_store_open (folder, call->context.device, call->context.author, &error);
  state = store != NULL ? wijk_load_state (store, &error) : NULL;
  if (state == NULL)
    return wijk_call_refuse (call, error);
  findings = wijk_rules_check_plan (state);
  print_findings (findings, as_json);

  return WIJK_EXIT_DONE;
}
