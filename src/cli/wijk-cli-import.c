/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs about what laptops hand to each other: import and packet. */

#include "config.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "wijk-cli-private.h"
#include "wijk-conflict.h"
#include "wijk-json-writer.h"
#include "wijk-packet-make.h"
#include "wijk-packet-taker.h"

/* Standard input in a file of its own: what is taken in is read more than once. */
static GFile *
spool_input (GError **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  GFile *file = g_file_new_tmp ("wijkplan-XXXXXX", &stream, error);
  char piece[65536];
  gssize n;

  if (file == NULL)
    return NULL;
  while ((n = read (STDIN_FILENO, piece, sizeof piece)) > 0)
    if (!g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)),
                                    piece,
                                    (gsize) n,
                                    NULL,
                                    NULL,
                                    error))
      break;
  if (n == 0 && g_io_stream_close (G_IO_STREAM (stream), NULL, error))
    return file;
  g_file_delete (file, NULL, NULL);
  g_object_unref (file);

  return NULL;
}

/* ---- what came of it ---- */

static void
write_side (WijkJsonWriter *json, const WijkConflictSide *side)
{
  wijk_json_writer_begin (json, NULL, '{');
  wijk_json_writer_add_text (json, "field", side->field);
  if (side->value != NULL)
    wijk_json_writer_add_text (json, "value", side->value);
  wijk_json_writer_add_text (json, "author", side->author);
  wijk_json_writer_add_int (json, "at", side->at);
  wijk_json_writer_end (json, '}');
}

static void
write_conflicts (WijkJsonWriter *json, GPtrArray *conflicts)
{
  wijk_json_writer_begin (json, "conflicts", '[');
  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      const WijkConflict *conflict = conflicts->pdata[i];

      wijk_json_writer_begin (json, NULL, '{');
      wijk_json_writer_add_text (json, "record", conflict->record);
      wijk_json_writer_add_text (json, "field", conflict->field);
      wijk_json_writer_begin (json, "values", '[');
      for (guint j = 0; j < conflict->sides->len; j++)
        write_side (json, conflict->sides->pdata[j]);
      wijk_json_writer_end (json, ']');
      wijk_json_writer_end (json, '}');
    }
  wijk_json_writer_end (json, ']');
}

static void
write_imported (WijkJsonWriter *json, const WijkImported *imported)
{
  wijk_json_writer_begin (json, NULL, '{');
  wijk_json_writer_add_text (json, "plan", imported->plan_id);
  wijk_json_writer_add_int (json, "new", imported->n_new);
  wijk_json_writer_add_int (json, "same", imported->n_same);
  wijk_json_writer_add_int (json, "changed", imported->n_changed);
  write_conflicts (json, imported->conflicts);
  if (imported->session != NULL)
    {
      wijk_json_writer_add_text (json, "session", imported->session);
      wijk_json_writer_add_text (json, "device", imported->device);
      wijk_json_writer_add_text (json, "author", imported->author);
      wijk_json_writer_add_text (json, "label", imported->label);
      wijk_json_writer_add_int (json, "remarks", imported->n_remarks);
    }
  if (imported->ahead != NULL || imported->clock != WIJK_CLOCK_RIGHT)
    wijk_json_writer_add_text (
        json, "clock", imported->clock == WIJK_CLOCK_BEHIND ? "behind" : "ahead");
  wijk_json_writer_end (json, '}');
}

static void
print_imported (const WijkImported *imported)
{
  if (imported->is_plan)
    g_print ("%s\n", imported->plan_id);
  else
    g_print (_ ("%s: %u new, %u already here, %u records changed, %u conflicts\n"),
             imported->plan_id,
             imported->n_new,
             imported->n_same,
             imported->n_changed,
             imported->conflicts != NULL ? imported->conflicts->len : 0);
  if (imported->ahead != NULL)
    g_print (_ ("The clock of laptop %s is ahead.\n"), imported->ahead);
  if (imported->clock == WIJK_CLOCK_BEHIND)
    g_print (_ ("The clock of laptop %s is behind.\n"), imported->device);
}

/* ---- import ---- */

typedef struct
{
  WijkCall *call;
  const char *into;
  gboolean as_json;
  WijkJsonWriter json;
  WijkPacketTaker *taker; /* several packets of one plan cost little more than one */
} Importing;

static gboolean
take (Importing *importing, GFile *file, WijkImported *imported, GError **error)
{
  return wijk_packet_taker_wants (file)
             ? wijk_packet_taker_take (
                   importing->taker, file, importing->into, NULL, imported, error)
             : wijk_task_import (
                   &importing->call->context, file, importing->into, NULL, imported, error);
}

static int
import_one (Importing *importing, const char *name)
{
  gboolean is_input = g_str_equal (name, "-");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = is_input ? spool_input (&error) : g_file_new_for_commandline_arg (name);
  g_auto (WijkImported) imported = { 0 };
  gboolean ok = file != NULL && take (importing, file, &imported, &error);

  if (is_input && file != NULL)
    g_file_delete (file, NULL, NULL);
  if (!ok)
    return wijk_call_refuse (importing->call, error);
  if (importing->as_json)
    write_imported (&importing->json, &imported);
  else
    print_imported (&imported);

  return WIJK_EXIT_DONE;
}

int
wijk_verb_import (WijkCall *call, GStrv *argv)
{
  g_autofree char *name = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = { { "into", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
                                   { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
                                   { NULL } };
  g_autofree char *into = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (WijkPacketTaker) taker = wijk_packet_taker_new (&call->context);
  Importing importing = { .call = call, .json = { .out = out }, .taker = taker };
  int code = WIJK_EXIT_DONE;

  if (!wijk_call_parse (call, argv, entries, 1, -1))
    return WIJK_EXIT_USAGE;
  if (name != NULL && (into = wijk_call_find_plan (call, name)) == NULL)
    return WIJK_EXIT_NOT_POSSIBLE;
  importing.into = into;
  importing.as_json = as_json;
  if (call->n_args > 1)
    wijk_json_writer_begin (&importing.json, NULL, '[');
  for (guint i = 0; code == WIJK_EXIT_DONE && i < call->n_args; i++)
    code = import_one (&importing, call->args[i]);
  if (call->n_args > 1)
    wijk_json_writer_end (&importing.json, ']');
  if (as_json && code == WIJK_EXIT_DONE)
    g_print ("%s", out->str);

  return code;
}

/* ---- packet ---- */

int
wijk_verb_packet (WijkCall *call, GStrv *argv)
{
  g_autofree char *session = NULL, *label = NULL, *to = NULL;
  const GOptionEntry entries[] = { { "session", 0, 0, G_OPTION_ARG_STRING, &session, NULL, NULL },
                                   { "label", 0, 0, G_OPTION_ARG_STRING, &label, NULL, NULL },
                                   { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, NULL, NULL },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *plan_id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (!wijk_call_parse (call, argv, entries, 1, 1))
    return WIJK_EXIT_USAGE;
  if (session == NULL || to == NULL)
    return wijk_call_misuse (call,
                             session == NULL ? _ ("--session is missing") : _ ("--to is missing"));
  plan_id = wijk_call_find_plan (call, call->args[0]);
  if (plan_id == NULL)
    return WIJK_EXIT_NOT_POSSIBLE;
  if (!wijk_call_may_write_to (to, &error))
    return wijk_call_refuse (call, error);
  bytes = wijk_task_make_packet (&call->context, plan_id, session, label, &name, &error);
  path = name != NULL ? g_build_filename (to, name, NULL) : NULL;
  if (bytes == NULL || !wijk_task_save_packet (&call->context, plan_id, bytes, path, &error))
    return wijk_call_refuse (call, error);
  g_print ("%s\n", path);

  return WIJK_EXIT_DONE;
}
