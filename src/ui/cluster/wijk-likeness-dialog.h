/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Goes through the groups of remarks that may say the same, one after another, with their words
 * side by side. Nothing is merged unless the user does it; a group that is refused does not come
 * back. */
void wijk_likeness_dialog_present (GtkWidget *parent, WijkDocument *document);

G_END_DECLS
