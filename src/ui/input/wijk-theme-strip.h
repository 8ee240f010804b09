/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The themes that have a number key, as buttons with that number, pressed where the selected
 * remarks have them. Scrolls sideways where they do not fit. Signal "toggled" (string id). */
#define WIJK_TYPE_THEME_STRIP (wijk_theme_strip_get_type ())
G_DECLARE_FINAL_TYPE (WijkThemeStrip, wijk_theme_strip, WIJK, THEME_STRIP, GtkWidget)

GtkWidget *wijk_theme_strip_new (WijkDocument *document);

/* What stands before the themes. */
void wijk_theme_strip_set_first (WijkThemeStrip *self, GtkWidget *widget);

/* WijkRemarks whose themes are shown. */
void wijk_theme_strip_set_remarks (WijkThemeStrip *self, GPtrArray *remarks);

gboolean wijk_theme_strip_has_themes (WijkThemeStrip *self);

G_END_DECLS
