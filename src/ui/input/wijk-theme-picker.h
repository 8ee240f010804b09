/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-theme.h"

G_BEGIN_DECLS

/* A button that shows a theme's mark and opens its colours and icons to choose from. */
#define WIJK_TYPE_THEME_PICKER (wijk_theme_picker_get_type ())
G_DECLARE_FINAL_TYPE (WijkThemePicker, wijk_theme_picker, WIJK, THEME_PICKER, GtkWidget)

GtkWidget *wijk_theme_picker_new (WijkDocument *document, WijkTheme *theme);

G_END_DECLS
