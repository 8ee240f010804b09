/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-theme.h"

static const WijkField theme_fields[] = {
  { "place", WIJK_FIELD_TEXT, offsetof (WijkTheme, place), .flags = WIJK_FIELD_PLACE },
  { "name",
    WIJK_FIELD_TEXT,
    offsetof (WijkTheme, name),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "colour",
    WIJK_FIELD_TEXT,
    offsetof (WijkTheme, colour),
    .flags = WIJK_FIELD_LINE | WIJK_FIELD_LOOK,
    .form = WIJK_FORM_COLOUR },
  { "icon",
    WIJK_FIELD_TEXT,
    offsetof (WijkTheme, icon),
    .flags = WIJK_FIELD_LINE | WIJK_FIELD_LOOK },
};

G_DEFINE_FINAL_TYPE (WijkTheme, wijk_theme, WIJK_TYPE_RECORD)

static void
wijk_theme_class_init (WijkThemeClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_THEME, theme_fields, G_N_ELEMENTS (theme_fields));
}

static void
wijk_theme_init (WijkTheme *self)
{
}
