/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-publish-table.h"
#include "wijk-report.h"

G_BEGIN_DECLS

/* Making tables. Columns are keys of heads in the words, before the first row. */
WijkReportTable *wijk_report_table_new (const char *title);
void wijk_report_table_add_column (WijkReportTable *self, const char *head, WijkReportForm form);
/* An empty row, to be filled from the first cell on. */
void wijk_report_table_add_row (WijkReportTable *self);
/* The next cell; NULL leaves it empty. The text becomes the table's. */
void wijk_report_table_take (WijkReportTable *self, char *text);
void wijk_report_table_add (WijkReportTable *self, const char *text);
void wijk_report_table_add_number (WijkReportTable *self, gint64 number);

/* The tables of each kind of report. */
void wijk_report_fill_replies (WijkReport *self, GPtrArray *tables);
void wijk_report_fill_participation (WijkReport *self, GPtrArray *tables);
void wijk_report_fill_you_said (WijkReport *self, GPtrArray *tables);

G_END_DECLS
