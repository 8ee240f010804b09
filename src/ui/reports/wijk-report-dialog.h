/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Choosing a report: what kind, of which session, how grouped, as what file. */
#define WIJK_TYPE_REPORT_DIALOG (wijk_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkReportDialog, wijk_report_dialog, WIJK, REPORT_DIALOG, AdwDialog)

/* Shows it over @widget; for the menu of the input page. */
void wijk_report_dialog_show (GtkWidget *widget, WijkDocument *document);

/* The same, set to a session. */
void
wijk_report_dialog_show_session (GtkWidget *widget, WijkDocument *document, const char *session);

G_END_DECLS
