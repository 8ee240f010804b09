/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Errors name the line and the column. */
#define WIJK_CSV_ERROR (wijk_csv_error_quark ())
GQuark wijk_csv_error_quark (void);

typedef enum
{
  WIJK_CSV_ERROR_TEXT,      /* not text */
  WIJK_CSV_ERROR_TOO_LARGE, /* more than is taken in */
  WIJK_CSV_ERROR_FORM,      /* quotes or cells that do not fit */
  WIJK_CSV_ERROR_HEADINGS,  /* without the headings that are needed, or with one twice */
  WIJK_CSV_ERROR_VALUE,     /* a cell with something that cannot stand there */
} WijkCsvError;

typedef struct
{
  guint line;  /* in the file, from 1 */
  GStrv cells; /* as many as there are headings */
} WijkCsvRow;

/* A table as spreadsheets and surveys export it. */
typedef struct
{
  GStrv headings;
  GPtrArray *rows; /* of WijkCsvRow */
} WijkCsv;

/* Reads UTF-8, UTF-16 with a byte order mark, or else Windows-1252. Cells are parted by the sign
 * that the first line has most of: semicolon, comma, tab or bar; a line `sep=;` before it says
 * which. Quotes may hold separators, line ends and doubled quotes. Empty lines are passed over;
 * short rows are filled up. */
WijkCsv *wijk_csv_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void wijk_csv_free (WijkCsv *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkCsv, wijk_csv_free)

G_END_DECLS
