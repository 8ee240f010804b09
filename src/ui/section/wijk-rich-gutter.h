/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws the bullets, numbers and quotation bars beside the lines that are in sight. The buffer of
 * @view is a WijkRichBuffer. */
void wijk_rich_gutter_draw (GtkTextView *view, GtkSnapshot *snapshot);

G_END_DECLS
