/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-charset.h"

G_BEGIN_DECLS

/* Errors name the row and the column. */
#define WIJK_GRID_ERROR (wijk_grid_error_quark ())
GQuark wijk_grid_error_quark (void);

typedef enum
{
  WIJK_GRID_ERROR_TEXT,      /* no table and no text, or damaged */
  WIJK_GRID_ERROR_TOO_LARGE, /* more than is taken in */
  WIJK_GRID_ERROR_FORM,      /* quotes or cells that do not fit */
  WIJK_GRID_ERROR_LOCKED,    /* behind a password */
  WIJK_GRID_ERROR_HEADINGS,  /* empty, or without the headings that are needed, or with one twice */
  WIJK_GRID_ERROR_VALUE,     /* a cell with something that cannot stand there */
} WijkGridError;

typedef struct
{
  guint number; /* as a spreadsheet counts its rows, from 1 */
  GStrv cells;  /* as many as there are headings; "" where empty */
} WijkGridRow;

/* A table as others made it: text in rows. Dates are ISO 8601 where the file says that they are
 * dates, truth is "ja" or "nee". Nothing in it has been checked. */
typedef struct
{
  char *name;      /* of the sheet; "" where there are no sheets */
  guint number;    /* of the row with the headings; 0 if they are ours */
  GStrv headings;  /* "" where a column has none */
  GPtrArray *rows; /* of WijkGridRow; empty ones are left out */
} WijkGrid;

/* What a file or what was pasted is taken for. */
typedef enum
{
  WIJK_GRID_FOUND,      /* is to be found out */
  WIJK_GRID_TABLE,      /* text whose cells are parted by a sign */
  WIJK_GRID_LINES,      /* a remark on each line, perhaps behind bullets or numbers */
  WIJK_GRID_PARAGRAPHS, /* a remark in each paragraph */
  WIJK_GRID_SHEETS,     /* a spreadsheet */
} WijkGridForm;

/* How to read, and then how it was read. The first two do not count for a spreadsheet. */
typedef struct
{
  WijkCharset charset;
  char separator; /* ';', ',', '\t' or '|'; 0: is to be found out */
  WijkGridForm form;
} WijkGridReading;

/* Reads CSV and its kin, XLSX, ODS, a list and plain text. @name: of the file, whose ending tells
 * a table from text; NULL for what was pasted. Returns WijkGrids: every sheet that is not hidden
 * and not empty, at least one. Stops where @cancellable says so. */
GPtrArray *wijk_grid_read (GBytes *bytes,
                           const char *name,
                           WijkGridReading *reading,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

void wijk_grid_free (WijkGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkGrid, wijk_grid_free)

G_END_DECLS
