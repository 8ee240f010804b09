/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-paste.h"

#include <string.h>

static gboolean
is_kept (gunichar c)
{
  if (c == '\t' || c == '\n')
    return TRUE;
  if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfeff || c == 0x2060)
    return FALSE;
  if ((c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
    return FALSE;

  return g_unichar_type (c) != G_UNICODE_PRIVATE_USE;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2029;
}

char *
wijk_text_clean_paste (const char *text, gssize length)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autofree char *valid = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  g_string_append_len (bytes, text, length);
  if (length >= 0)
    { /* all but NULs, which would end the text */
      gsize n = 0;

      for (gsize i = 0; i < bytes->len; i++)
        if (bytes->str[i] != '\0')
          bytes->str[n++] = bytes->str[i];
      g_string_truncate (bytes, n);
    }

  valid = g_utf8_make_valid (bytes->str, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (is_line_end (c))
        g_string_append_c (out, '\n');
      else if (is_kept (c))
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }

  return g_string_free_and_steal (out);
}

/* Whether a sentence ends before the space at @p: after ". ! ? …", perhaps with closing quotes,
 * and before anything but a small letter, which would follow an abbreviation. */
static gboolean
ends_sentence (const char *start, const char *p)
{
  const char *before = p;
  const char *next = p;

  while (before > start)
    {
      gunichar c = g_utf8_get_char (before = g_utf8_prev_char (before));

      if (c == '.' || c == '!' || c == '?' || c == 0x2026)
        break;
      if (c != ')' && c != '"' && c != '\'' && c != 0x2019 && c != 0x201d)
        return FALSE;
      if (before == start)
        return FALSE;
    }

  while (g_unichar_isspace (g_utf8_get_char (next)))
    next = g_utf8_next_char (next);

  return before < p && !g_unichar_islower (g_utf8_get_char (next));
}

/* Where to cut @text, which is longer than @most, after at least one character. */
static const char *
find_cut (const char *text, gsize most)
{
  const char *sentence = NULL;
  const char *space = NULL;
  const char *letter = g_utf8_next_char (text);

  for (const char *p = letter; *p != '\0' && (gsize) (p - text) <= most; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        letter = p;
      if (!g_unichar_isspace (c))
        continue;
      space = p;
      if ((gsize) (p - text) >= most / 2 && ends_sentence (text, p))
        sentence = p;
    }

  return sentence != NULL ? sentence : space != NULL ? space : letter;
}

GStrv
wijk_text_split_long_paragraph (const char *text, gsize most)
{
  g_autoptr (GStrvBuilder) paragraphs = g_strv_builder_new ();
  const char *end;

  g_return_val_if_fail (text != NULL && most > 0, NULL);

  end = text + strlen (text);
  while ((gsize) (end - text) > most)
    {
      const char *cut = find_cut (text, most);

      g_strv_builder_take (paragraphs, g_strndup (text, cut - text));
      text = cut;
      while (g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      if (text == end)
        return g_strv_builder_end (paragraphs);
    }
  g_strv_builder_add (paragraphs, text);

  return g_strv_builder_end (paragraphs);
}
