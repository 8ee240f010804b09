/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-theme.h"

G_BEGIN_DECLS

/* The sign of a theme: its icon in white on a disc of its colour. Its name stands beside it, so it
 * is not read aloud. */
#define WIJK_TYPE_THEME_MARK (wijk_theme_mark_get_type ())
G_DECLARE_FINAL_TYPE (WijkThemeMark, wijk_theme_mark, WIJK, THEME_MARK, GtkWidget)

/* @size: pixels across. */
GtkWidget *wijk_theme_mark_new (int size);

/* Shows @theme and follows it; NULL: nothing. */
void wijk_theme_mark_set_theme (WijkThemeMark *self, WijkTheme *theme);

/* Shows a look that no theme has yet; @icon may be NULL. */
void wijk_theme_mark_set_look (WijkThemeMark *self, const char *colour, const char *icon);

/* A mark with the theme's name beside it, as a small label, still without a theme. */
GtkWidget *wijk_theme_chip_new (void);
void wijk_theme_chip_set_theme (GtkWidget *chip, WijkTheme *theme);

G_END_DECLS
