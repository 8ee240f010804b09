/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog that says something or asks; responses are still to be added. Unlike the plain one, its
 * heading may be of any length: it wraps, without warnings, also with large text. */
AdwDialog *wijk_message_new (const char *heading, const char *body);

/* Says it over @parent, to be closed. */
void wijk_message_show (GtkWidget *parent, const char *heading, const char *body);

G_END_DECLS
