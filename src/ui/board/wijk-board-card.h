/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-remark.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* A remark as a card: number, answer, the start of its words, its other themes. It draws itself and
 * has no widgets inside, and every card is as high as the others, so that a board of thousands
 * stays quick. */
#define WIJK_TYPE_BOARD_CARD (wijk_board_card_get_type ())
G_DECLARE_FINAL_TYPE (WijkBoardCard, wijk_board_card, WIJK, BOARD_CARD, GtkWidget)

GtkWidget *wijk_board_card_new (WijkState *state);

/* Shows @remark and follows it; it says what it is through @list_item. NULL, NULL: nothing. */
void wijk_board_card_set_remark (WijkBoardCard *self, WijkRemark *remark, GtkListItem *list_item);
WijkRemark *wijk_board_card_get_remark (WijkBoardCard *self);

G_END_DECLS
