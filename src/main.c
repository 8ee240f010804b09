/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "wijk-application.h"
#include "wijk-cli.h"

/* A verb is done without a display and without the windows' libraries being started. */
int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = wijk_cli_main (argc, argv);
  if (status >= 0)
    return status;

  return wijk_application_start (argc, argv);
}
