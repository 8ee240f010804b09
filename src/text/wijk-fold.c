/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-fold.h"

#include <string.h>

/* What decomposition leaves alone, or would take apart at the wrong place. In order. */
static const struct
{
  gunichar from;
  const char *to;
} spellings[] = {
  { 0x00ab, "\"" }, { 0x00b4, "'" },  { 0x00bb, "\"" }, { 0x00c6, "ae" }, { 0x00d0, "d" },
  { 0x00d8, "o" },  { 0x00de, "th" }, { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x00f0, "d" },
  { 0x00f8, "o" },  { 0x00fe, "th" }, { 0x0110, "d" },  { 0x0111, "d" },  { 0x0131, "i" },
  { 0x0141, "l" },  { 0x0142, "l" },  { 0x0152, "oe" }, { 0x0153, "oe" }, { 0x02b9, "'" },
  { 0x02bb, "'" },  { 0x02bc, "'" },  { 0x03c2, "σ" },  { 0x1e9e, "ss" }, { 0x2010, "-" },
  { 0x2011, "-" },  { 0x2012, "-" },  { 0x2013, "-" },  { 0x2014, "-" },  { 0x2015, "-" },
  { 0x2018, "'" },  { 0x2019, "'" },  { 0x201a, "'" },  { 0x201b, "'" },  { 0x201c, "\"" },
  { 0x201d, "\"" }, { 0x201e, "\"" }, { 0x201f, "\"" }, { 0x2032, "'" },  { 0x2033, "\"" },
  { 0x2039, "'" },  { 0x203a, "'" },  { 0x2043, "-" },  { 0x2212, "-" },
};

static const char *
spelling_of (gunichar c)
{
  guint low = 0, high = G_N_ELEMENTS (spellings);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (spellings[middle].from == c)
        return spellings[middle].to;
      if (spellings[middle].from < c)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static void
add_space (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

static void
add_ascii (GString *out, char c)
{
  if (g_ascii_isspace (c) || g_ascii_iscntrl (c))
    add_space (out);
  else
    g_string_append_c (out, c == '`' ? '\'' : g_ascii_tolower (c));
}

/* One character that has been taken apart as far as it goes. */
static void
add_part (GString *out, gunichar c)
{
  const char *spelling = spelling_of (c);

  if (c < 0x80)
    add_ascii (out, c);
  else if (spelling != NULL)
    g_string_append (out, spelling);
  else if (g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
    return;
  else if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
    add_space (out);
  else
    g_string_append_unichar (out, g_unichar_tolower (c));
}

static void
add_wide (GString *out, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (spelling_of (c) != NULL)
    {
      g_string_append (out, spelling_of (c));
      return;
    }

  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    add_part (out, parts[i]);
}

char *
wijk_fold (const char *text)
{
  g_autofree char *valid = NULL;
  GString *out;

  if (text == NULL)
    return g_strdup ("");

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80)
      add_ascii (out, *p);
    else
      add_wide (out, g_utf8_get_char (p));

  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free_and_steal (out);
}

GStrv
wijk_fold_words (const char *query)
{
  g_autofree char *folded = wijk_fold (query);

  return g_strsplit (folded, " ", -1);
}

gboolean
wijk_fold_contains_all (const char *key, const char *const *words)
{
  g_return_val_if_fail (key != NULL && words != NULL, FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) == NULL) /* glibc's is as fast as memmem and needs no length */
      return FALSE;

  return TRUE;
}
