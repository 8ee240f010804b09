/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "wijk-theme.h"

G_BEGIN_DECLS

/* How themes look: a colour and an icon to choose from. White can be read on every colour of the
 * palette (4.5:1 or more), and neighbours differ for people who see colours differently. */
typedef struct
{
  const char *colour; /* "#rrggbb" */
  const char *name;   /* of the colour, or what the icon shows; to be translated */
} WijkThemeColour;

typedef struct
{
  const char *icon;
  const char *name;
} WijkThemeIcon;

extern const WijkThemeColour wijk_theme_colours[]; /* both end with NULL */
extern const WijkThemeIcon wijk_theme_icons[];

/* The colour that the fewest of @themes (WijkTheme) have. */
const char *wijk_theme_pick_colour (GPtrArray *themes);

/* As it is drawn; grey for a theme that has no colour. */
void wijk_theme_get_rgba (WijkTheme *theme, GdkRGBA *rgba);

/* Its icon's name; never NULL. */
const char *wijk_theme_get_icon (WijkTheme *theme);

G_END_DECLS
