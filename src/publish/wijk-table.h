/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-sheet.h"

G_BEGIN_DECLS

#define WIJK_TABLE_MAX 12

typedef struct
{
  const char *head;
  double share; /* of the table's width */
  gboolean is_number;
} WijkColumn;

/* `strong` stands above `text`, `note` in small letters below it; any may be NULL. */
typedef struct
{
  const char *strong;
  const char *text;
  const char *note;
} WijkCell;

/* A table over as many pages as it takes; its head is repeated on each. The first cell of a row
 * is its head. Rows stay whole unless they are taller than half a page. */
typedef struct
{
  WijkSheet *sheet;
  char *caption;
  char *heads[WIJK_TABLE_MAX];
  double x[WIJK_TABLE_MAX], width[WIJK_TABLE_MAX];
  gboolean is_number[WIJK_TABLE_MAX];
  guint n_columns;
  double left, right, head_height;
  gboolean is_started;
  WijkTag *tag;
  int first_page;
  double first_y;
} WijkTable;

/* From the page's outer left edge, or from where text stands now. */
WijkTable *wijk_table_begin (WijkSheet *sheet,
                             const char *caption,
                             const WijkColumn *columns,
                             guint n_columns,
                             gboolean is_wide);
void wijk_table_add_row (WijkTable *self, const WijkCell *cells);
/* Ends and frees it; a table without a row leaves nothing. */
void wijk_table_end (WijkTable *self);

G_END_DECLS
