/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line alone, without a window: what the tests of the verbs run, also under sanitizers.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "wijk-cli.h"

int
main (int argc, char *argv[])
{
  int code;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE,
                  g_getenv ("WIJKPLAN_LOCALEDIR") != NULL ? g_getenv ("WIJKPLAN_LOCALEDIR")
                                                          : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  code = wijk_cli_main (argc, argv);

  return code >= 0 ? code : 3;
}
