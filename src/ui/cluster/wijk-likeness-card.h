/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-remark.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* A remark among others that may say the same: its number, where it was said, its words, and a
 * check. Signal: "toggled". */
#define WIJK_TYPE_LIKENESS_CARD (wijk_likeness_card_get_type ())
G_DECLARE_FINAL_TYPE (WijkLikenessCard, wijk_likeness_card, WIJK, LIKENESS_CARD, GtkBox)

/* Checked to begin with. */
GtkWidget *wijk_likeness_card_new (WijkState *state, WijkRemark *remark);

gboolean wijk_likeness_card_is_checked (WijkLikenessCard *self);
WijkRemark *wijk_likeness_card_get_remark (WijkLikenessCard *self);

G_END_DECLS
