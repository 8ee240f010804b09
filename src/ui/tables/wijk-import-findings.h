/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-table-import.h"

G_BEGIN_DECLS

/* What would come of an import: how much, what is wrong, what is there already. */
#define WIJK_TYPE_IMPORT_FINDINGS (wijk_import_findings_get_type ())
G_DECLARE_FINAL_TYPE (
    WijkImportFindings, wijk_import_findings, WIJK, IMPORT_FINDINGS, AdwPreferencesGroup)

/* It is being looked at. */
void wijk_import_findings_set_busy (WijkImportFindings *self);

/* It cannot be: @message says why. */
void wijk_import_findings_set_error (WijkImportFindings *self, const char *message);

void wijk_import_findings_set_report (WijkImportFindings *self, const WijkTableReport *report);

/* What came of it, in one sentence: "400 remarks imported, 12 were there already". */
char *wijk_import_dup_summary (const WijkTableReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
