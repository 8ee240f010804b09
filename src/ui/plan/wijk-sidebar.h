/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-sidebar-item.h"

G_BEGIN_DECLS

/* The list of areas and chapters of a plan. Chapters are added, renamed, moved and deleted here, by
 * drag or by keys. Signals: "selected" (WijkSidebarItem); "activated": the row was chosen on
 * purpose, by a click or Enter. */
#define WIJK_TYPE_SIDEBAR (wijk_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (WijkSidebar, wijk_sidebar, WIJK, SIDEBAR, GtkWidget)

void wijk_sidebar_set_document (WijkSidebar *self, WijkDocument *document);

/* FALSE if there is no such row. @section: of WIJK_PANE_SECTION, else NULL. */
gboolean wijk_sidebar_select (WijkSidebar *self, WijkPane pane, WijkSection *section);

/* The row @by rows further, among the chapters. */
void wijk_sidebar_go (WijkSidebar *self, int by);

/* Adds a chapter behind the selected one and begins to name it. */
void wijk_sidebar_add_section (WijkSidebar *self);

G_END_DECLS
