/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The bar below a list, board or map of remarks: what can be done with those that are selected,
 * each as one step. The first nine themes stand in it with their number keys. Signal "done": a
 * choice was made or left, and the focus belongs to the remarks again. */
#define WIJK_TYPE_REMARK_BULK (wijk_remark_bulk_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkBulk, wijk_remark_bulk, WIJK, REMARK_BULK, GtkBox)

void wijk_remark_bulk_set_document (WijkRemarkBulk *self, WijkDocument *document);

/* The selected remarks (WijkRemarks); the array is taken over. */
void wijk_remark_bulk_take_remarks (WijkRemarkBulk *self, GPtrArray *remarks);

/* Opens the list of themes, to choose by typing. */
void wijk_remark_bulk_open_themes (WijkRemarkBulk *self);

/* Puts the theme with this number key (1 to 9) on all that are selected, or takes it off if all
 * have it. */
void wijk_remark_bulk_toggle_theme (WijkRemarkBulk *self, guint number);

G_END_DECLS
