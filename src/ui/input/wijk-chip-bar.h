/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-chip.h"
#include "wijk-document.h"

G_BEGIN_DECLS

/* The chips of a line in which remarks are typed (see wijk-chip.h): names are taken out of the
 * entry as soon as they are there beyond doubt and stand here, where they can be removed again;
 * what may become of a name that is being typed is offered below the entry. Tab and Enter accept,
 * Backspace at the start removes the last one, Escape closes what is offered. The entry keeps the
 * focus. Signal "changed": other chips stand here. */
#define WIJK_TYPE_CHIP_BAR (wijk_chip_bar_get_type ())
G_DECLARE_FINAL_TYPE (WijkChipBar, wijk_chip_bar, WIJK, CHIP_BAR, GtkBox)

void wijk_chip_bar_set_entry (WijkChipBar *self, WijkDocument *document, GtkEntry *entry);

/* Takes the chips that the end of the line decides and returns the words that are left. */
char *wijk_chip_bar_finish (WijkChipBar *self) G_GNUC_WARN_UNUSED_RESULT;

/* Adds what makes the themes that are not there yet to @edits; the chips then name them. */
gboolean wijk_chip_bar_make_themes (WijkChipBar *self, GPtrArray *edits, GError **error);

/* Lent; WijkChips. */
GPtrArray *wijk_chip_bar_get_chips (WijkChipBar *self);

/* @chips are copied; NULL: none but the table, at which the laptop goes on standing. */
void wijk_chip_bar_set_chips (WijkChipBar *self, GPtrArray *chips);

G_END_DECLS
