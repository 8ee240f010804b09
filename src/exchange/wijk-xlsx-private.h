/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-grid-build.h"

G_BEGIN_DECLS

/* What the parts of a workbook say that its sheets need. */
typedef struct
{
  GPtrArray *strings; /* of char *: texts that cells name by their number */
  GArray *formats;    /* of WijkXlsxFormat: what the numbers in a cell of a style are */
  gboolean from_1904; /* days are counted from then */
} WijkXlsxBook;

typedef enum
{
  WIJK_XLSX_NUMBER,
  WIJK_XLSX_DATE,
  WIJK_XLSX_TIME, /* without a day */
} WijkXlsxFormat;

/* The texts of xl/sharedStrings.xml. */
GPtrArray *wijk_xlsx_read_strings (GBytes *bytes,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The formats of xl/styles.xml, in the order in which cells name them. */
GArray *wijk_xlsx_read_formats (GBytes *bytes,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The sheet at hand of @build, from a part of xl/worksheets. */
gboolean wijk_xlsx_read_sheet (GBytes *bytes,
                               const WijkXlsxBook *book,
                               WijkGridBuild *build,
                               GCancellable *cancellable,
                               GError **error);

/* Text as XLSX keeps it: a sign that XML cannot have stands there as "_x001A_". */
char *wijk_xlsx_clean_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* What people see of the number that @text is, where it is one. */
char *wijk_xlsx_show_number (const char *text,
                             WijkXlsxFormat format,
                             gboolean from_1904) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
