/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-record.h"

G_BEGIN_DECLS

typedef GtkWidget *(*WijkPriorityRowFunc) (WijkRecord *record, gpointer user_data);

/* Makes the rows of @list be those of @records (lent) in their order. Rows that stay remain the
 * same widgets, with their focus and what is unfolded in them; new ones come from @create. Rows
 * that were not made here stay at the end. */
void wijk_priority_rows_update (GtkListBox *list,
                                GPtrArray *records,
                                WijkPriorityRowFunc create,
                                gpointer user_data);

/* The row of @record, or NULL. */
GtkListBoxRow *wijk_priority_rows_find (GtkListBox *list, WijkRecord *record);

G_END_DECLS
