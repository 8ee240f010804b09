/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens a copy of the PDF at @path in another program, so that what is done to it there never
 * touches the plan's own. @name is what the copy is called. What goes wrong is a toast
 * ("win.toast") of @widget's window. */
void wijk_pdf_open_elsewhere (GtkWidget *widget, const char *path, const char *name);

G_END_DECLS
