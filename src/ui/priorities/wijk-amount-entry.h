/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-amount.h"
#include "wijk-document.h"

G_BEGIN_DECLS

/* Ties the cents of an amount to an entry in which euros are typed as "12.500,00": exact, and on
 * disk within a second. What is no amount is not written, and @message says why. It lives as long
 * as the entry. */
#define WIJK_TYPE_AMOUNT_ENTRY (wijk_amount_entry_get_type ())
G_DECLARE_FINAL_TYPE (WijkAmountEntry, wijk_amount_entry, WIJK, AMOUNT_ENTRY, GObject)

void wijk_amount_entry_attach (WijkDocument *document,
                               GtkEntry *entry,
                               WijkAmount *amount,
                               GtkLabel *message);

G_END_DECLS
