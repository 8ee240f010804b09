/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WIJK_ODS_MEDIA_TYPE "application/vnd.oasis.opendocument.spreadsheet"

/* Writes a spreadsheet (OpenDocument 1.3), sheet after sheet, row after row, cell after cell. The
 * same calls give the same bytes: no time, no name of a person or program. */
typedef struct _WijkOdsWriter WijkOdsWriter;

typedef enum
{
  WIJK_ODS_PLAIN = 0,
  WIJK_ODS_WRAP = 1 << 0,   /* long text is broken over lines */
  WIJK_ODS_HIDDEN = 1 << 1, /* not shown, yet there when it is read again */
} WijkOdsColumn;

/* @language decides how dates and amounts are shown ("nl": 1-10-2026, € 12.500,00; any other: ISO
 * dates) and is that of the document. @title may be NULL. */
WijkOdsWriter *wijk_ods_writer_new (const char *language,
                                    const char *title) G_GNUC_WARN_UNUSED_RESULT;
void wijk_ods_writer_free (WijkOdsWriter *self);

/* Begins a sheet. Signs that the name of a sheet cannot have become spaces; one that is there
 * already gets a number behind it. */
void wijk_ods_writer_add_sheet (WijkOdsWriter *self, const char *name);

/* One more column of the sheet, before its first row. Columns that are not declared are plain. */
void wijk_ods_writer_add_column (WijkOdsWriter *self, double millimetres, WijkOdsColumn flags);

/* The last column that was declared offers @choices in a list; anything else can be typed as well.
 */
void wijk_ods_writer_set_choices (WijkOdsWriter *self, const char *const *choices);

/* Begins a row of headings, bold: repeated on every printed page and read out as headings if it is
 * the sheet's first row. */
void wijk_ods_writer_add_heading_row (WijkOdsWriter *self);
void wijk_ods_writer_add_row (WijkOdsWriter *self);

/* The next cell of the row. A text is never a formula; line ends stay, and signs that XML cannot
 * have are left out; NULL and "" leave the cell empty. */
void wijk_ods_writer_add_text (WijkOdsWriter *self, const char *text);
void wijk_ods_writer_add_integer (WijkOdsWriter *self, gint64 value);

/* @date: ISO 8601, "2026-10-01"; anything else is written as text. */
void wijk_ods_writer_add_date (WijkOdsWriter *self, const char *date);

/* Whole cents of euros. */
void wijk_ods_writer_add_money (WijkOdsWriter *self, gint64 cents);

/* The file: a zip whose first entry says, unpacked, what it is. Nothing is added afterwards. */
GBytes *wijk_ods_writer_finish (WijkOdsWriter *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkOdsWriter, wijk_ods_writer_free)

G_END_DECLS
