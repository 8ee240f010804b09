/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-remark-choice.h"

G_BEGIN_DECLS

/* One of the things to choose from, with a check when it is chosen. */
#define WIJK_TYPE_REMARK_CHOICE_ROW (wijk_remark_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (
    WijkRemarkChoiceRow, wijk_remark_choice_row, WIJK, REMARK_CHOICE_ROW, GtkListBoxRow)

GtkWidget *wijk_remark_choice_row_new (const WijkRemarkChoice *choice);

const char *wijk_remark_choice_row_get_value (WijkRemarkChoiceRow *self);
const char *wijk_remark_choice_row_get_group (WijkRemarkChoiceRow *self);

/* Its label, folded for searching. */
const char *wijk_remark_choice_row_get_key (WijkRemarkChoiceRow *self);

/* @partly: of several records some have it. */
void
wijk_remark_choice_row_set_chosen (WijkRemarkChoiceRow *self, gboolean chosen, gboolean partly);

G_END_DECLS
