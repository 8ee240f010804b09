/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark-count.h"
#include "wijk-theme-move.h"

G_BEGIN_DECLS

/* A theme in the tree: its look, its name to change, how many remarks it has. It can be dragged and
 * takes drops; Alt and the arrows move it. Signals: "show-remarks", "delete" (both without
 * arguments). */
#define WIJK_TYPE_THEME_ROW (wijk_theme_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkThemeRow, wijk_theme_row, WIJK, THEME_ROW, GtkListBoxRow)

GtkWidget *wijk_theme_row_new (WijkDocument *document, WijkTheme *theme, guint depth);

WijkTheme *wijk_theme_row_get_theme (WijkThemeRow *self);
guint wijk_theme_row_get_depth (WijkThemeRow *self);

/* @count may be NULL: no remarks. */
void wijk_theme_row_set_count (WijkThemeRow *self, const WijkRemarkCount *count);

G_END_DECLS
