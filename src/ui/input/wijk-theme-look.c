/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-theme-look.h"

#include <glib/gi18n.h>

#define NO_COLOUR "#5e6368"
#define NO_ICON "wijk-theme-symbolic"

const WijkThemeColour wijk_theme_colours[] = {
  { "#1f6dda", N_ ("Blue") },    { "#b25719", N_ ("Orange") },
  { "#1b8135", N_ ("Green") },   { "#9951bd", N_ ("Purple") },
  { "#117a95", N_ ("Teal") },    { "#cf344e", N_ ("Red") },
  { "#946810", N_ ("Mustard") }, { "#6b61d1", N_ ("Violet") },
  { "#587b12", N_ ("Olive") },   { "#c03897", N_ ("Pink") },
  { "#7a5540", N_ ("Brown") },   { "#2f4b7c", N_ ("Navy") },
  { "#5e6368", N_ ("Grey") },    { NULL, NULL },
};

const WijkThemeIcon wijk_theme_icons[] = {
  { "wijk-theme-symbolic", N_ ("Label") },
  { "user-home-symbolic", N_ ("House") },
  { "security-high-symbolic", N_ ("Shield") },
  { "emoji-travel-symbolic", N_ ("Car") },
  { "mark-location-symbolic", N_ ("Place") },
  { "system-users-symbolic", N_ ("People") },
  { "face-smile-big-symbolic", N_ ("Smile") },
  { "emoji-nature-symbolic", N_ ("Nature") },
  { "emoji-activities-symbolic", N_ ("Ball") },
  { "user-trash-symbolic", N_ ("Bin") },
  { "emoji-food-symbolic", N_ ("Cup") },
  { "night-light-symbolic", N_ ("Light") },
  { "weather-clear-symbolic", N_ ("Sun") },
  { "weather-showers-symbolic", N_ ("Rain") },
  { "audio-volume-high-symbolic", N_ ("Noise") },
  { "phone-symbolic", N_ ("Phone") },
  { "applications-engineering-symbolic", N_ ("Tools") },
  { "preferences-desktop-accessibility-symbolic", N_ ("Accessibility") },
  { "accessories-dictionary-symbolic", N_ ("Book") },
  { "x-office-calendar-symbolic", N_ ("Calendar") },
  { "starred-symbolic", N_ ("Star") },
  { "thunderbolt-symbolic", N_ ("Energy") },
  { "emoji-objects-symbolic", N_ ("Idea") },
  { "emoji-flags-symbolic", N_ ("Flag") },
  { NULL, NULL },
};

const char *
wijk_theme_pick_colour (GPtrArray *themes)
{
  guint n_least = G_MAXUINT;
  const char *picked = NULL;

  for (guint i = 0; wijk_theme_colours[i].colour != NULL; i++)
    {
      guint n = 0;

      for (guint j = 0; j < themes->len; j++)
        n +=
            g_strcmp0 (((WijkTheme *) themes->pdata[j])->colour, wijk_theme_colours[i].colour) == 0;
      if (n >= n_least)
        continue;
      n_least = n;
      picked = wijk_theme_colours[i].colour;
    }

  return picked;
}

void
wijk_theme_get_rgba (WijkTheme *theme, GdkRGBA *rgba)
{
  if (theme->colour == NULL || !gdk_rgba_parse (rgba, theme->colour))
    gdk_rgba_parse (rgba, NO_COLOUR);
}

const char *
wijk_theme_get_icon (WijkTheme *theme)
{
  return theme->icon != NULL && *theme->icon != '\0' ? theme->icon : NO_ICON;
}
