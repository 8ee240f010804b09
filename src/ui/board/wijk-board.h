/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* Remarks as cards in a column for each theme of the top level. Cards are moved to another column
 * by dragging, or with Alt and the arrows; what is selected goes along, as one step. Signals:
 * "selected": other cards are; "opened": one was chosen on purpose. */
#define WIJK_TYPE_BOARD (wijk_board_get_type ())
G_DECLARE_FINAL_TYPE (WijkBoard, wijk_board, WIJK, BOARD, GtkWidget)

/* @remarks: a GListModel of WijkRemarks. */
GtkWidget *wijk_board_new (WijkDocument *document, GListModel *remarks);

/* Selected WijkRemarks, with references. */
GPtrArray *wijk_board_dup_selected (WijkBoard *self) G_GNUC_WARN_UNUSED_RESULT;

/* Selects it where it is first, and puts the focus there. */
void wijk_board_select (WijkBoard *self, WijkRemark *remark);

G_END_DECLS
