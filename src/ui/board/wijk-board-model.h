/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-state.h"
#include "wijk-theme.h"

G_BEGIN_DECLS

/* The remarks of one theme of the top level and all below it, or of no theme, as a GListModel in
 * the order of the board's source. */
#define WIJK_TYPE_BOARD_COLUMN (wijk_board_column_get_type ())
G_DECLARE_FINAL_TYPE (WijkBoardColumn, wijk_board_column, WIJK, BOARD_COLUMN, GObject)

/* NULL: of no theme. */
WijkTheme *wijk_board_column_get_theme (WijkBoardColumn *self);

/* Divides a GListModel of WijkRemarks into columns by theme, as a GListModel of WijkBoardColumns:
 * that of no theme first, then the top level of the tree. A remark with several themes is in
 * several columns. Changes are taken in together, before the next frame is drawn. */
#define WIJK_TYPE_BOARD_MODEL (wijk_board_model_get_type ())
G_DECLARE_FINAL_TYPE (WijkBoardModel, wijk_board_model, WIJK, BOARD_MODEL, GObject)

WijkBoardModel *wijk_board_model_new (WijkState *state,
                                      GListModel *remarks) G_GNUC_WARN_UNUSED_RESULT;

/* What a remark loses that is moved from one column to another: ids of themes. To the column of no
 * theme it loses all. */
GHashTable *wijk_board_model_dup_left (WijkBoardModel *self,
                                       WijkBoardColumn *from,
                                       WijkBoardColumn *to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
