/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-csv-write.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Spaces before the sign do not keep a spreadsheet from calculating. */
static gboolean
is_formula (const char *cell)
{
  const char *first = cell + strspn (cell, " ");

  return *first != '\0' && strchr ("=+-@\t\r", *first) != NULL;
}

static void
append_cell (GString *text, const char *cell)
{
  gboolean is_quoted = strpbrk (cell, ";\"\r\n\t,") != NULL || *cell == ' ';

  if (!is_quoted && !is_formula (cell))
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append (text, is_formula (cell) ? "\"'" : "\"");
  for (const char *at = cell; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *at);
    }
  g_string_append_c (text, '"');
}

GBytes *
wijk_csv_write (GPtrArray *rows)
{
  GString *text = g_string_new (BYTE_ORDER_MARK);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *const *cells = rows->pdata[i];

      for (guint k = 0; cells[k] != NULL; k++)
        {
          if (k > 0)
            g_string_append_c (text, ';');
          append_cell (text, cells[k]);
        }
      g_string_append (text, "\r\n");
    }

  return g_string_free_to_bytes (text);
}
