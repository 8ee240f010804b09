/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-conflict.h"
#include "wijk-document.h"

G_BEGIN_DECLS

/* One conflict: what each side says, side by side, with who wrote it and when, and a place to write
 * something else. Choosing writes at once. */
#define WIJK_TYPE_CONFLICT_CARD (wijk_conflict_card_get_type ())
G_DECLARE_FINAL_TYPE (WijkConflictCard, wijk_conflict_card, WIJK, CONFLICT_CARD, GtkBox)

/* @conflict is lent and must live as long. */
GtkWidget *wijk_conflict_card_new (WijkDocument *document, const WijkConflict *conflict);

G_END_DECLS
