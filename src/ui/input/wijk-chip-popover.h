/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-chip.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* What a name that is being typed may become, below the place where it is typed. It never takes
 * the focus: whoever owns the entry moves through it. Signal "chosen": with the pointer. */
#define WIJK_TYPE_CHIP_POPOVER (wijk_chip_popover_get_type ())
G_DECLARE_FINAL_TYPE (WijkChipPopover, wijk_chip_popover, WIJK, CHIP_POPOVER, GtkPopover)

GtkWidget *wijk_chip_popover_new (WijkState *state);

/* Shows @offered (WijkChips, taken over) with the first one selected; NULL: closes. */
void wijk_chip_popover_offer (WijkChipPopover *self, GPtrArray *offered);

/* One down (1) or up (-1), round and round. */
void wijk_chip_popover_move (WijkChipPopover *self, int by);

/* The selected one, lent; NULL while it is closed. */
const WijkChip *wijk_chip_popover_get_selected (WijkChipPopover *self);

G_END_DECLS
