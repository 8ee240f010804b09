/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-grid-build.h"

G_BEGIN_DECLS

/* The sign of ";,\t|" of which the first line with anything in it has most, outside quotes; a line
 * `sep=;` says it itself. */
char wijk_csv_find_separator (const char *text);

/* Adds the table in @text as one sheet. Quotes may hold separators, line ends and doubled quotes;
 * short rows are filled up, one with more than there are headings is refused. */
gboolean wijk_csv_read (const char *text, char separator, WijkGridBuild *build, GError **error);

G_END_DECLS
