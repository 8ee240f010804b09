/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-board-model.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* A column of a board: its theme and cards. Signals: "selected": other cards are; "opened": one was
 * chosen on purpose; "dropped" (string id of a remark); "dragged" (string id): a card of this
 * column is on its way. */
#define WIJK_TYPE_BOARD_LIST (wijk_board_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkBoardList, wijk_board_list, WIJK, BOARD_LIST, GtkBox)

GtkWidget *wijk_board_list_new (WijkState *state, WijkBoardColumn *column);

WijkBoardColumn *wijk_board_list_get_column (WijkBoardList *self);

/* What it is called: its theme's name, or that it has none. */
const char *wijk_board_list_get_name (WijkBoardList *self);

/* Cards are made only for a column that is in sight. */
void wijk_board_list_set_in_sight (WijkBoardList *self, gboolean in_sight);

/* WijkRemarks, with references. */
void wijk_board_list_add_selected (WijkBoardList *self, GPtrArray *remarks);
void wijk_board_list_unselect (WijkBoardList *self);

/* Selects @remark and puts the focus there; FALSE if it is not in this column. */
gboolean wijk_board_list_select (WijkBoardList *self, WijkRemark *remark);

/* Puts the focus on the card at @position, or the last one before. */
void wijk_board_list_focus (WijkBoardList *self, guint position);

/* Where the focus is; 0 where it is not known. */
guint wijk_board_list_get_focused (WijkBoardList *self);

G_END_DECLS
