/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-grid.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-column.h"
#include "wijk-csv.h"
#include "wijk-lines.h"
#include "wijk-spreadsheet.h"

G_DEFINE_QUARK (WijkGridError, wijk_grid_error)

static gboolean
refuse (WijkGridError code, const char *message, GError **error)
{
  g_set_error_literal (error, WIJK_GRID_ERROR, code, message);

  return FALSE;
}

static gboolean
has_ending (const char *name, const char *endings)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  g_autofree char *lower = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;
  g_autofree char *between = lower != NULL ? g_strconcat ("|", lower, "|", NULL) : NULL;

  return between != NULL && strstr (endings, between) != NULL;
}

/* What was pasted, and text that is not called a table, is one if its first line has tabs, or the
 * heading of a column. */
static gboolean
looks_like_table (const char *text, char separator)
{
  const char *line = text + strspn (text, " \n");
  g_autofree char *first = g_strndup (line, strcspn (line, "\n"));
  const char signs[] = { separator, '\0' };
  g_auto (GStrv) cells = g_strsplit (first, signs, WIJK_GRID_MAX_COLUMNS);

  if (separator == '\t' && cells[0] != NULL && cells[1] != NULL && *cells[0] != '\0' &&
      strchr ("-*o0123456789", *cells[0]) == NULL && !g_str_has_prefix (cells[0], "•"))
    return TRUE;
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_strdelimit (cells[i], "\"", ' ');
      if (wijk_column_find (cells[i]) == WIJK_COLUMN_TEXT)
        return TRUE;
    }

  return FALSE;
}

static WijkGridForm
find_form (const char *text, const char *name, char separator)
{
  if (name != NULL && !has_ending (name, "|txt|md|text|"))
    return WIJK_GRID_TABLE;
  if (looks_like_table (text, separator))
    return WIJK_GRID_TABLE;

  return wijk_lines_find_form (text);
}

static gboolean
read_text (
    GBytes *bytes, const char *name, WijkGridReading *reading, WijkGridBuild *build, GError **error)
{
  g_autofree char *text = wijk_charset_decode (bytes, &reading->charset);

  if (text == NULL)
    return refuse (WIJK_GRID_ERROR_TEXT, _ ("The file is not a table."), error);
  if (reading->separator == '\0')
    reading->separator = wijk_csv_find_separator (text);
  if (reading->form == WIJK_GRID_FOUND || reading->form == WIJK_GRID_SHEETS)
    reading->form = find_form (text, name, reading->separator);
  if (reading->form == WIJK_GRID_TABLE)
    return wijk_csv_read (text, reading->separator, build, error);

  return wijk_lines_read (text, reading->form, build, error);
}

GPtrArray *
wijk_grid_read (GBytes *bytes,
                const char *name,
                WijkGridReading *reading,
                GCancellable *cancellable,
                GError **error)
{
  g_auto (WijkGridBuild) build = { 0 };

  if (g_bytes_get_size (bytes) > WIJK_GRID_MAX_SIZE)
    {
      refuse (WIJK_GRID_ERROR_TOO_LARGE, _ ("The table is too large."), error);
      return NULL;
    }
  wijk_grid_build_init (&build);
  if (wijk_spreadsheet_is_one (bytes))
    {
      reading->form = WIJK_GRID_SHEETS;
      if (!wijk_spreadsheet_read (bytes, &build, cancellable, error))
        return NULL;
    }
  else if (!read_text (bytes, name, reading, &build, error))
    return NULL;

  return wijk_grid_build_finish (&build, error);
}
