/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-grid.h"

G_BEGIN_DECLS

#define WIJK_GRID_MAX_SIZE (64 * 1024 * 1024) /* bytes of a file */
#define WIJK_GRID_MAX_ROWS 200000
#define WIJK_GRID_MAX_COLUMNS 200
#define WIJK_GRID_MAX_CELL (1024 * 1024) /* bytes */
#define WIJK_GRID_MAX_CELLS 4000000
#define WIJK_GRID_MAX_TEXT (128 * 1024 * 1024) /* bytes, in all cells together */
#define WIJK_GRID_MAX_SHEETS 200

/* Collects the sheets of one file, and keeps count of what they hold. */
typedef struct
{
  GPtrArray *grids; /* of WijkGrid: the last is the one at hand */
  guint width;      /* of the sheet at hand */
  guint64 n_cells;
  guint64 n_text;
} WijkGridBuild;

void wijk_grid_build_init (WijkGridBuild *self);
void wijk_grid_build_clear (WijkGridBuild *self);

gboolean wijk_grid_build_begin (WijkGridBuild *self, const char *name, GError **error);

/* Adds a row of the sheet at hand: @cells is an array of char *, NULL for an empty one. A row
 * without anything in it is passed over. */
gboolean wijk_grid_build_add (WijkGridBuild *self, guint number, GPtrArray *cells, GError **error);

/* Ends the sheet at hand. Its headings are its first row or, if one of the next few has a heading
 * that says that the words of remarks are below it, that row. An empty sheet is dropped. */
void wijk_grid_build_end (WijkGridBuild *self);

/* The sheets; fails if there are none. */
GPtrArray *wijk_grid_build_finish (WijkGridBuild *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "Row 3, column C: @why". @column counts from 0. Returns FALSE. */
gboolean wijk_grid_refuse_cell (
    guint row, guint column, WijkGridError code, const char *why, GError **error);

/* Whether a cell may have a text as long as this; a row that is put together is looked at only
 * afterwards. */
gboolean wijk_grid_check_cell (guint row, guint column, const char *text, GError **error);

/* "C" for 2, "AA" for 26. */
char *wijk_grid_dup_column_letters (guint column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WijkGridBuild, wijk_grid_build_clear)

G_END_DECLS
