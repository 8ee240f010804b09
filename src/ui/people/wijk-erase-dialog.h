/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-task-erase.h"

G_BEGIN_DECLS

/* Cleaning up (opschonen): shows all that goes, lets it go, and tells what left before. @what: see
 * WijkEraseKind; NULL with WIJK_ERASE_WORDS asks for it. */
#define WIJK_TYPE_ERASE_DIALOG (wijk_erase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkEraseDialog, wijk_erase_dialog, WIJK, ERASE_DIALOG, AdwDialog)

void wijk_erase_dialog_present (GtkWidget *parent,
                                WijkDocument *document,
                                WijkEraseKind kind,
                                const char *what);

G_END_DECLS
