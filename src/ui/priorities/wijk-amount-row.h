/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-amount.h"
#include "wijk-document.h"

G_BEGIN_DECLS

/* An amount of money, to be changed in place: its kind, year, euros and where it comes from. */
#define WIJK_TYPE_AMOUNT_ROW (wijk_amount_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkAmountRow, wijk_amount_row, WIJK, AMOUNT_ROW, GtkListBoxRow)

GtkWidget *wijk_amount_row_new (WijkDocument *document, WijkAmount *amount);

G_END_DECLS
