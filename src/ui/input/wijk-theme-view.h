/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The tree of themes, to add to, rename, colour and put in order; a WijkPage for its themes. */
#define WIJK_TYPE_THEME_VIEW (wijk_theme_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkThemeView, wijk_theme_view, WIJK, THEME_VIEW, AdwBin)

GtkWidget *wijk_theme_view_new (WijkDocument *document);

G_END_DECLS
