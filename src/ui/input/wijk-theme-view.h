/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The tree of themes, to add to, rename, colour and put in order. Signal "show-remarks"
 * (WijkRecord): those of this theme are asked for. */
#define WIJK_TYPE_THEME_VIEW (wijk_theme_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkThemeView, wijk_theme_view, WIJK, THEME_VIEW, AdwBin)

GtkWidget *wijk_theme_view_new (WijkDocument *document);

/* Puts the focus on a theme; FALSE if it is not there. */
gboolean wijk_theme_view_show (WijkThemeView *self, WijkRecord *theme);

G_END_DECLS
