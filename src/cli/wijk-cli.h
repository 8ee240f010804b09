/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs the verb in @argv[1], without a display: 0 done, 1 not possible, 2 wrong usage. -1 if
 * @argv[1] is no verb, which means: the window. Locale and translations are set by the caller. */
int wijk_cli_main (int argc, char **argv);

G_END_DECLS
