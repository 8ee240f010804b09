/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-remark-model.h"

G_BEGIN_DECLS

/* A remark in the list: its number, its words, what was answered, where and when it was said and
 * its themes. It follows the remark and what it links to, and can be dragged: the drag gives the
 * remark's id as a string. */
#define WIJK_TYPE_REMARK_ROW (wijk_remark_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkRow, wijk_remark_row, WIJK, REMARK_ROW, GtkWidget)

GtkWidget *wijk_remark_row_new (WijkState *state, WijkRemarkModel *model);

/* @list_item gets what a screen reader says of the row. NULL: none. */
void wijk_remark_row_set_remark (WijkRemarkRow *self, WijkRemark *remark, GtkListItem *list_item);

G_END_DECLS
