/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-chip.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* What a chip is called on screen: "Traffic", "Safety", "tafel 3", "3 people". */
char *wijk_chip_dup_text (const WijkChip *chip) G_GNUC_WARN_UNUSED_RESULT;

/* The same with what it is, for who does not see its sign: "Theme: Traffic". */
char *wijk_chip_dup_description (const WijkChip *chip) G_GNUC_WARN_UNUSED_RESULT;

/* A theme's mark, or the sign with which it is typed. */
GtkWidget *wijk_chip_make_sign (const WijkChip *chip, WijkState *state);

G_END_DECLS
