/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-report-choice.h"

G_BEGIN_DECLS

/* Asks where to, makes the report with progress over @widget, and says how it ended with a button
 * to open it. @choice is copied. */
void wijk_report_save (GtkWidget *widget,
                       WijkDocument *document,
                       const WijkReportChoice *choice,
                       WijkReportFormat format);

G_END_DECLS
