/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-cell.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "wijk-area.h"
#include "wijk-column.h"
#include "wijk-field.h"

/* Words that mean the same as one of ours. */
static const struct
{
  const char *word;
  const char *ours;
} synonyms[] = {
  { "email", "e-mail" },
  { "mail", "e-mail" },
  { "post", "brief" },
  { "letter", "brief" },
  { "telefonisch", "telefoon" },
  { "phone", "telefoon" },
  { "enquetes", "enquete" },
  { "survey", "enquete" },
  { "kaart", "papier" },
  { "reactiekaart", "papier" },
  { "digitaal", "online" },
  { "website", "online" },
  { "fysiek", "ruimtelijk" },
  { "economie", "economisch" },
  { "veilig", "veiligheid" },
  { "deels", "deels-overgenomen" },
  { "bewoners", "bewoner" },
  { "resident", "bewoner" },
  { "bedrijf", "ondernemer" },
  { "ondernemers", "ondernemer" },
  { "organisatie", "instelling" },
  { "overig", "anders" },
  { "nee", "" },
  { "neen", "" },
  { "no", "" },
  { "n", "" },
  { "0", "" },
  { "false", "" },
  { "onwaar", "" },
  { "geen", "" },
  { "-", "" },
};

static const char yes[] = "|ja|yes|y|j|x|1|true|waar|akkoord|ok|aan|checked|";

static const char *const months[] = { "jan", "feb", "mrt", "apr", "mei", "jun",
                                      "jul", "aug", "sep", "okt", "nov", "dec" };

char *
wijk_cell_to_word (const char *text)
{
  char *folded = wijk_column_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (synonyms[i].word, folded))
      {
        g_free (folded);
        return g_strdup (synonyms[i].ours);
      }

  return folded;
}

gboolean
wijk_cell_is_yes (const char *text)
{
  g_autofree char *folded = wijk_column_fold (text);
  g_autofree char *between = g_strconcat ("|", folded, "|", NULL);

  return strchr (folded, '|') == NULL && strstr (yes, between) != NULL;
}

/* ---- dates ---- */

/* From 1; 0 if it is no month, in Dutch or in English. */
static guint
find_month (const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);

  if (g_str_has_prefix (lower, "maa") || g_str_has_prefix (lower, "mar"))
    return 3;
  if (g_str_has_prefix (lower, "may"))
    return 5;
  if (g_str_has_prefix (lower, "oct"))
    return 10;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (lower, months[i]))
      return i + 1;

  return 0;
}

char *
wijk_cell_to_date (const char *text)
{
  guint a = 0, b = 0, c = 0;
  int length = 0;
  char month[16] = "";
  char *date;

  if (sscanf (text, "%4u-%2u-%2u%n", &a, &b, &c, &length) == 3 && a >= 1000)
    date = g_strdup_printf ("%04u-%02u-%02u", a, b, c);
  else if (sscanf (text, "%2u%*1[-/.]%2u%*1[-/.]%4u%n", &a, &b, &c, &length) == 3 && c >= 1000)
    date = g_strdup_printf ("%04u-%02u-%02u", c, b, a);
  else if (sscanf (text, "%2u%*[- .]%15[A-Za-z]%*[- .]%4u%n", &a, month, &c, &length) == 3 &&
           c >= 1000 && (b = find_month (month)) > 0)
    date = g_strdup_printf ("%04u-%02u-%02u", c, b, a);
  else
    return NULL;
  if (length > 0 && strchr (" T,", text[length]) != NULL && wijk_date_is_valid (date, FALSE))
    return date;
  g_free (date);

  return NULL;
}

/* ---- areas ---- */

char *
wijk_cell_to_area (const char *text, char **why)
{
  const WijkArea *area = wijk_area_lookup_code (text);
  g_autoptr (GPtrArray) found = NULL;
  g_auto (GStrv) nearest = NULL;
  g_autofree char *names = NULL;

  if (area != NULL)
    return g_strdup (area->code);
  found = wijk_area_find_name (text);
  if (found->len == 1)
    return g_strdup (((const WijkArea *) found->pdata[0])->code);
  nearest = wijk_area_dup_nearest_names (text);
  names = g_strjoinv (", ", nearest);
  if (found->len > 1)
    *why = g_strdup_printf (_ ("There is more than one area called “%s”."), text);
  else if (*names != '\0')
    *why = g_strdup_printf (_ ("There is no area called “%s”; perhaps: %s."), text, names);
  else
    *why = g_strdup_printf (_ ("There is no area called “%s”."), text);

  return NULL;
}

GPtrArray *
wijk_cell_split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;|\n", -1);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (values, g_strdup (parts[i]));

  return values;
}
