/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-chip-look.h"

#include <glib/gi18n.h>

#include "wijk-label.h"
#include "wijk-theme-mark.h"

static const struct
{
  const char *sign;
  const char *name; /* NULL: its text says what it is */
} looks[] = {
  [WIJK_CHIP_THEME] = { "#", N_ ("Theme") },   [WIJK_CHIP_PARTNER] = { "@", N_ ("Partner") },
  [WIJK_CHIP_ASPECT] = { "!", N_ ("Aspect") }, [WIJK_CHIP_TABLE] = { "^", N_ ("Table") },
  [WIJK_CHIP_COUNT] = { "+", NULL },
};

char *
wijk_chip_dup_text (const WijkChip *chip)
{
  if (chip->kind == WIJK_CHIP_ASPECT)
    return g_strdup (wijk_label_for_word (wijk_aspect_words, chip->value));
  if (chip->kind == WIJK_CHIP_COUNT)
    {
      gulong n = (gulong) g_ascii_strtoull (chip->value, NULL, 10);

      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d person", "%d people", n), (int) n);
    }

  return g_strdup (chip->label);
}

char *
wijk_chip_dup_description (const WijkChip *chip)
{
  g_autofree char *text = wijk_chip_dup_text (chip);

  if (looks[chip->kind].name == NULL)
    return g_steal_pointer (&text);

  /* Translators: the name of a field and what was chosen: “Session: Opening evening” */
  return g_strdup_printf (_ ("%s: %s"), _ (looks[chip->kind].name), text);
}

GtkWidget *
wijk_chip_make_sign (const WijkChip *chip, WijkState *state)
{
  WijkTheme *theme =
      chip->kind == WIJK_CHIP_THEME
          ? (WijkTheme *) wijk_state_lookup_live (state, chip->value, WIJK_KIND_THEME)
          : NULL;
  GtkWidget *label;

  if (theme != NULL)
    {
      GtkWidget *mark = wijk_theme_mark_new (16);

      wijk_theme_mark_set_theme (WIJK_THEME_MARK (mark), theme);
      return mark;
    }
  label = gtk_label_new (looks[chip->kind].sign);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_size_request (label, 16, -1);

  return label;
}
