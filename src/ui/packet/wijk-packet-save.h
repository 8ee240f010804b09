/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Makes the packet of @session (an id; NULL: the packet's own) as it stands, typing closed, and
 * asks where to put it: out where the whole plan is, back on a laptop of the session. What came of
 * it is told in a toast of @widget's window. */
void wijk_packet_save (GtkWidget *widget, WijkDocument *document, const char *session);

G_END_DECLS
