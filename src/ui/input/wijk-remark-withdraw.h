/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* Asks why @remark is withdrawn, in a dialog over @parent, and does it. */
void wijk_remark_ask_withdraw (GtkWidget *parent, WijkDocument *document, WijkRemark *remark);

G_END_DECLS
