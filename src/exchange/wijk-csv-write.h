/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of cells (arrays of texts ended by NULL) as a file that spreadsheets open as they are: UTF-8
 * with its mark, semicolons, lines ended by CR LF. A cell that a spreadsheet would take for a
 * formula gets an apostrophe before it. */
GBytes *wijk_csv_write (GPtrArray *rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
