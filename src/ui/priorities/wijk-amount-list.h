/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-amount.h"
#include "wijk-document.h"

G_BEGIN_DECLS

/* The amounts of a priority or measure, to be changed in place, and below them what they add up to
 * by kind. */
#define WIJK_TYPE_AMOUNT_LIST (wijk_amount_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkAmountList, wijk_amount_list, WIJK, AMOUNT_LIST, GtkWidget)

/* @owner: NULL for none. */
void wijk_amount_list_set_owner (WijkAmountList *self, WijkDocument *document, WijkRecord *owner);

/* Puts the focus there; FALSE if it is not in the list. */
gboolean wijk_amount_list_show (WijkAmountList *self, WijkAmount *amount);

G_END_DECLS
