/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* All that was changed on two laptops, each side beside the other, to choose from. */
#define WIJK_TYPE_CONFLICT_DIALOG (wijk_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkConflictDialog, wijk_conflict_dialog, WIJK, CONFLICT_DIALOG, AdwDialog)

AdwDialog *wijk_conflict_dialog_new (WijkDocument *document);

G_END_DECLS
