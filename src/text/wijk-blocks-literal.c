/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-blocks-private.h"

#include <string.h>

/* The longest run of @c in @text. */
static guint
longest_run (const char *text, char c)
{
  guint longest = 0, run = 0;

  for (; *text != '\0'; text++)
    {
      run = *text == c ? run + 1 : 0;
      longest = MAX (longest, run);
    }

  return longest;
}

static void
add_fence (GString *out, char c, guint n)
{
  while (n-- > 0)
    g_string_append_c (out, c);
}

/* The info string behind a fence, where backslashes and entities count. */
static void
add_info (GString *out, const char *info)
{
  for (; *info != '\0'; info++)
    {
      if (*info == '\\' || *info == '~')
        g_string_append_c (out, '\\');
      if (*info == '\n' || *info == '\r')
        g_string_append_printf (out, "&#%d;", *info);
      else if (*info == '&')
        g_string_append (out, "&amp;");
      else
        g_string_append_c (out, *info);
    }
}

char *
wijk_literal_from_code (cmark_node *node)
{
  g_autofree char *code = wijk_sentinel_strip (cmark_node_get_literal (node), -1);
  g_autofree char *info = wijk_sentinel_strip (cmark_node_get_fence_info (node), -1);
  char fence = strchr (info, '`') != NULL ? '~' : '`';
  guint length = MAX (3, longest_run (code, fence) + 1);
  GString *out = g_string_sized_new (strlen (code) + 2 * length);

  g_strstrip (info);
  add_fence (out, fence, length);
  add_info (out, info);
  g_string_append_c (out, '\n');
  g_string_append (out, code);
  if (*code != '\0' && !g_str_has_suffix (code, "\n"))
    g_string_append_c (out, '\n');
  add_fence (out, fence, length);

  return g_string_free_and_steal (out);
}

/* What ends the block of HTML that begins as @html does, if a blank line does not. */
static const char *
end_of_html (const char *html)
{
  static const struct
  {
    const char *start;
    const char *end;
  } ends[] = {
    { "<!--", "-->" },          { "<?", "?>" },
    { "<![CDATA[", "]]>" },     { "<!", ">" },
    { "<script", "</script>" }, { "<pre", "</pre>" },
    { "<style", "</style>" },   { "<textarea", "</textarea>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize n = strlen (ends[i].start);

      if (g_ascii_strncasecmp (html, ends[i].start, n) == 0 &&
          (!g_ascii_isalpha (ends[i].start[1]) || strchr (" \t\n>", html[n]) != NULL))
        return ends[i].end;
    }

  return NULL;
}

char *
wijk_literal_from_html (const char *html)
{
  char *text = g_strstrip (wijk_sentinel_strip (html, -1));
  const char *end = end_of_html (text);
  g_autofree char *folded = g_ascii_strdown (text, -1);

  if (end != NULL && strstr (folded, end) == NULL)
    {
      char *closed = g_strconcat (text, "\n", end, NULL);

      g_free (text);
      text = closed;
    }

  return text;
}

gboolean
wijk_literal_is_list (const char *literal)
{
  gsize digits = strspn (literal, "0123456789");

  if (g_ascii_isspace (*literal))
    return TRUE;
  if (digits > 0)
    return literal[digits] == '.' || literal[digits] == ')';

  return strchr ("-+*", *literal) != NULL && (literal[1] == '\0' || g_ascii_isspace (literal[1]));
}
