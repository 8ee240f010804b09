/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Making a version: what is still open, what kind it is, its name and what changed.
 *
 * Signal "made" (uint number): it is there, and the dialog has closed. */
#define WIJK_TYPE_VERSION_DIALOG (wijk_version_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkVersionDialog, wijk_version_dialog, WIJK, VERSION_DIALOG, AdwDialog)

AdwDialog *wijk_version_dialog_new (WijkDocument *document);

G_END_DECLS
