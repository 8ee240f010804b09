/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-publish.h"

G_BEGIN_DECLS

typedef enum
{
  WIJK_REPORT_TEXT,   /* a few words */
  WIJK_REPORT_LONG,   /* sentences */
  WIJK_REPORT_NUMBER, /* digits */
  WIJK_REPORT_DATE,   /* ISO 8601 */
} WijkReportForm;

typedef struct
{
  char *head;
  WijkReportForm form;
} WijkReportColumn;

/* What a report says as a table for a spreadsheet. */
typedef struct
{
  char *title;
  GArray *columns; /* of WijkReportColumn */
  GPtrArray *rows; /* of texts ended by NULL, as many as there are columns */
} WijkReportTable;

/* The tables of a report; the same for the same input. With `as_one` several become one with a row
 * for each figure: what it belongs to, of what, which, how much. Fails as wijk_report_write_pdf. */
GPtrArray *wijk_report_write_tables (GBytes *plan,
                                     const WijkReportChoice *choice,
                                     const WijkPublishOptions *options,
                                     gboolean as_one,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
