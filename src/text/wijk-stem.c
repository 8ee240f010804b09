/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-stem.h"

#include <string.h>

#define SHORTEST 4 /* letters of a word that has an ending */
#define PLURAL_S 6 /* letters of a word that ends in an s of many */
#define KEPT 3     /* letters that stay at least */

/* The longer before those they end in. */
static const char *const endings[] = { "heden", "etje", "tje", "jes", "je", "en", "e" };

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/* "ge...d" and "ge...t" of a verb; @length includes them. */
static gboolean
is_participle (const char *word, gsize length)
{
  return length >= 7 && g_str_has_prefix (word, "ge") &&
         (word[length - 1] == 'd' || word[length - 1] == 't');
}

/* "scooters", "lantaarns"; not "huis" or "wens". */
static gboolean
is_plural_s (const GString *stem)
{
  return stem->len >= PLURAL_S && stem->str[stem->len - 1] == 's' &&
         strchr ("lmnr", stem->str[stem->len - 2]) != NULL;
}

static void
drop_ending (GString *stem)
{
  if (is_plural_s (stem))
    g_string_truncate (stem, stem->len - 1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (stem->str, endings[i]) && stem->len >= strlen (endings[i]) + KEPT)
      {
        g_string_truncate (stem, stem->len - strlen (endings[i]));
        return;
      }
}

/* One spelling for "boom" and "bom(en)", "dak" and "dakk(en)", "huis" and "huiz(en)". */
static void
even_letters (GString *stem)
{
  char *s = stem->str;
  gsize n = stem->len;

  if (n >= 2 && s[n - 1] == s[n - 2] && strchr ("bdfgklmnprst", s[n - 1]) != NULL)
    g_string_truncate (stem, --n);
  if (n >= 3 && s[n - 2] == s[n - 3] && strchr ("aeou", s[n - 2]) != NULL && !is_vowel (s[n - 1]))
    {
      g_string_erase (stem, n - 2, 1);
      n--;
    }
  if (s[n - 1] == 'v')
    s[n - 1] = 'f';
  else if (s[n - 1] == 'z')
    s[n - 1] = 's';
}

char *
wijk_stem (const char *word)
{
  gsize length = strlen (word);
  GString *stem;

  if (length < SHORTEST || g_ascii_isdigit (word[0]))
    return g_strdup (word);
  stem = g_string_new (word);
  if (is_participle (word, length))
    {
      g_string_truncate (stem, length - 1);
      g_string_erase (stem, 0, 2);
    }
  else
    drop_ending (stem);
  even_letters (stem);

  return g_string_free_and_steal (stem);
}
