/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-cli.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "wijk-cli-private.h"

static const struct
{
  const char *name;
  WijkVerb run;
  const char *usage;
} verbs[] = {
  { "list", wijk_verb_list, "list [--json]" },
  { "new",
    wijk_verb_new,
    "new --kind wijkplan|wijkvisie --area CODE[,CODE...]|NAME [--parent CODE] [--title T]"
    " [--from YEAR --to YEAR] [--example]" },
  { "show", wijk_verb_show, "show PLAN|BUNDLE [--json] [--version N]" },
  { "add", wijk_verb_add, "add PLAN KIND KEY=VALUE ... [--file PDF]" },
  { "set", wijk_verb_set, "set PLAN RECORD KEY=VALUE|KEY+=ID|KEY-=ID ..." },
  { "undo", wijk_verb_undo, "undo PLAN" },
  { "import", wijk_verb_import, "import FILE|- ... [--into PLAN] [--json]" },
  { "packet", wijk_verb_packet, "packet PLAN --session ID [--label T] --to DIR" },
  { "version",
    wijk_verb_version,
    "version PLAN --label T [--summary T] [--status concept|ter-inzage|vastgesteld] [--reason T]"
    " [--take-over]" },
  { "draft", wijk_verb_draft, "draft PLAN --to FILE.pdf" },
  { "export", wijk_verb_export, "export PLAN --to DIR|- [--version N] [--internal]" },
  { "report",
    wijk_verb_report,
    "report PLAN KIND --to FILE [--session ID] [--internal] [--by theme|session|area] [--ballot ID]"
    " [--cards N] [--first N]" },
  { "form", wijk_verb_form, "form PLAN --session ID [--tables N] --to DIR" },
  { "verify", wijk_verb_verify, "verify BUNDLE [--json]" },
  { "check", wijk_verb_check, "check PLAN [--json]" },
};

int
wijk_call_misuse (WijkCall *call, const char *why)
{
  g_printerr (_ ("wijkplan: %s; usage: wijkplan %s\n"), why, call->usage);

  return WIJK_EXIT_USAGE;
}

int
wijk_call_refuse (WijkCall *call, GError *error)
{
  g_autofree char *line = g_strdup (error->message);

  g_strdelimit (line, "\r\n", ' ');
  g_printerr ("wijkplan: %s\n", line);

  return WIJK_EXIT_NOT_POSSIBLE;
}

gboolean
wijk_call_parse (WijkCall *call, GStrv *argv, const GOptionEntry *entries, int min, int max)
{
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (options, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse_strv (options, argv, &error))
    {
      wijk_call_misuse (call, error->message);
      return FALSE;
    }
  call->args = *argv + 1;
  call->n_args = g_strv_length (call->args);
  if (call->n_args > 0 && g_str_equal (call->args[0], "--")) /* the end of options */
    {
      call->args++;
      call->n_args--;
    }
  if ((int) call->n_args < min || (max >= 0 && (int) call->n_args > max))
    {
      wijk_call_misuse (
          call, (int) call->n_args < min ? _ ("something is missing") : _ ("too much is given"));
      return FALSE;
    }

  return TRUE;
}

char *
wijk_call_find_plan (WijkCall *call, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *plan_id = wijk_library_find (call->context.library, name, &error);

  if (plan_id == NULL)
    wijk_call_refuse (call, error);

  return plan_id;
}

/* Folders that a sandbox was given lie in the document portal or are named in its permissions. */
static gboolean
is_granted (const char *folder)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char *real = realpath (folder, NULL);
  g_autofree char *portal = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);
  g_auto (GStrv) granted = NULL;

  if (!g_key_file_load_from_file (info, "/.flatpak-info", G_KEY_FILE_NONE, NULL))
    return TRUE;
  if (real == NULL || g_str_has_prefix (real, portal) ||
      g_str_has_prefix (real, g_get_user_data_dir ()))
    return TRUE;
  granted = g_key_file_get_string_list (info, "Context", "filesystems", NULL, NULL);
  for (guint i = 0; granted != NULL && granted[i] != NULL; i++)
    {
      g_autofree char *path = g_strndup (granted[i], strcspn (granted[i], ":"));

      if (g_str_equal (path, "host") ||
          (g_str_equal (path, "home") && g_str_has_prefix (real, g_get_home_dir ())) ||
          (*path == '/' && g_str_has_prefix (real, path)))
        return TRUE;
    }

  return FALSE;
}

gboolean
wijk_call_may_write_to (const char *folder, GError **error)
{
  if (is_granted (folder))
    return TRUE;
  g_set_error (error,
               WIJK_TASK_ERROR,
               WIJK_TASK_ERROR_FAILED,
               _ ("The folder %s is outside what this program may write to; nothing was made."),
               folder);

  return FALSE;
}

static int
print_help (void)
{
  g_print (_ ("Wijkplan: neighbourhood plans, drafted with residents.\n\n"));
  g_print ("  wijkplan [FILE...]\n");
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  wijkplan %s\n", verbs[i].usage);

  return WIJK_EXIT_DONE;
}

static int
run (gsize verb, int argc, char **argv)
{
  g_autofree char *library = wijk_library_dup_default_folder ();
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "wijkplan", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkDevice) device = NULL;
  g_autoptr (GDateTime) now = wijk_task_now ();
  g_auto (GStrv) rest = g_strdupv (argv + 1);
  WijkCall call = { .usage = verbs[verb].usage };

  if (argc > 2 && g_str_equal (argv[2], "--help"))
    {
      g_print ("wijkplan %s\n", verbs[verb].usage);
      return WIJK_EXIT_DONE;
    }
  device = wijk_device_load (library, &error);
  if (device == NULL)
    return wijk_call_refuse (&call, error);
  call.context.library = library;
  call.context.data =
      g_getenv ("WIJKPLAN_DATADIR") != NULL ? g_getenv ("WIJKPLAN_DATADIR") : PKGDATADIR;
  call.context.cache = cache;
  call.context.device = device->id;
  call.context.author = device->author;
  call.context.now = now;

  return verbs[verb].run (&call, &rest);
}

int
wijk_cli_main (int argc, char **argv)
{
  if (argc < 2)
    return -1;
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return print_help ();
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("Wijkplan %s\n", VERSION);
      return WIJK_EXIT_DONE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (argv[1], verbs[i].name))
      return run (i, argc, argv);
  if (*argv[1] != '-' && g_access (argv[1], F_OK) != 0 && strchr (argv[1], '/') == NULL &&
      strchr (argv[1], '.') == NULL)
    {
      g_printerr (_ ("wijkplan: “%s” is neither a verb nor a file; see wijkplan --help\n"),
                  argv[1]);
      return WIJK_EXIT_USAGE;
    }

  return -1;
}
