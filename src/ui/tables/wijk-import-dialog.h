/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Takes remarks in from a spreadsheet, a survey or a list: chosen, dropped or pasted; what its
 * columns hold is proposed and can be chosen, and what would come of it is told before. */
#define WIJK_TYPE_IMPORT_DIALOG (wijk_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkImportDialog, wijk_import_dialog, WIJK, IMPORT_DIALOG, AdwDialog)

void wijk_import_dialog_present (GtkWidget *parent, WijkDocument *document);

G_END_DECLS
