/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-sidebar-item.h"

G_BEGIN_DECLS

/* Makes the page (see wijk-page.h) that belongs to a row of the sidebar; @section is NULL but for
 * WIJK_PANE_SECTION. */
GtkWidget *wijk_page_new (WijkPane pane, WijkDocument *document, WijkSection *section);

G_END_DECLS
