/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-record.h"

G_BEGIN_DECLS

/* What may be linked, or is: its icon, what it is called and what it says, on two lines. */
#define WIJK_TYPE_LINK_ROW (wijk_link_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkLinkRow, wijk_link_row, WIJK, LINK_ROW, GtkWidget)

GtkWidget *wijk_link_row_new (void);

/* @is_linked: shows a check mark, and says so in the description. */
void wijk_link_row_show (WijkLinkRow *self, WijkRecord *record, gboolean is_linked);

/* All of it in words. */
const char *wijk_link_row_get_description (WijkLinkRow *self);

G_END_DECLS
