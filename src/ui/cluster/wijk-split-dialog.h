/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* Asks for the parts of a remark that says more than one thing; the remark itself stays as it is
 * and shows them. */
void wijk_split_dialog_present (GtkWidget *parent, WijkDocument *document, WijkRemark *remark);

G_END_DECLS
