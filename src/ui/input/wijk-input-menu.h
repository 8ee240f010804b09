/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The menu of the input page: what can be done with all input at once. One row in a table each. */

/* Installs the actions of the menu on the class of the page; @get_document gives the document of a
 * page. */
void wijk_input_menu_install (GtkWidgetClass *widget_class,
                              WijkDocument *(*get_document) (GtkWidget *page));

GMenuModel *wijk_input_menu_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Greys out what changes the plan while @page's document cannot be changed. */
void wijk_input_menu_update (GtkWidget *page, gboolean may_write);

G_END_DECLS
