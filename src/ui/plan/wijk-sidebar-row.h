/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-sidebar-item.h"

G_BEGIN_DECLS

typedef enum
{
  WIJK_DROP_BEFORE,
  WIJK_DROP_INTO,
  WIJK_DROP_AFTER,
} WijkDropPlace;

/* What a row of the sidebar looks like, and where a section that is dragged over it would go.
 * Signals: "dropped" (WijkSection, int WijkDropPlace), "linked" (string: id of a record that was
 * dropped on the chapter). */
#define WIJK_TYPE_SIDEBAR_ROW (wijk_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkSidebarRow, wijk_sidebar_row, WIJK, SIDEBAR_ROW, GtkWidget)

GtkWidget *wijk_sidebar_row_new (void);

WijkSidebarItem *wijk_sidebar_row_get_item (WijkSidebarRow *self);
void wijk_sidebar_row_set_item (WijkSidebarRow *self, WijkSidebarItem *item);

G_END_DECLS
