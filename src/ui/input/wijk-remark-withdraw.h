/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Asks why @remarks (WijkRemarks, at least one) are withdrawn, in a dialog over @parent, and does
 * it as one step. */
void wijk_remark_ask_withdraw (GtkWidget *parent, WijkDocument *document, GPtrArray *remarks);

G_END_DECLS
