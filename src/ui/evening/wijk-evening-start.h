/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Begins an evening from anywhere in the window of a plan, with "win.evening" (s: a session's id):
 * the one that is going on here, else that of today, else a new session of today. */
void wijk_evening_start (GtkWidget *widget, WijkDocument *document);

G_END_DECLS
