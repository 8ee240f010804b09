/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#define SIGNS ";,\t|"

typedef struct
{
  const char *at;
  const char *line_start;
  guint line;
  char separator;
  GString *cell;
  GError **error;
} Parsing;

static gboolean
refuse_at (Parsing *p,
           guint line,
           const char *line_start,
           const char *at,
           WijkGridError code,
           const char *why)
{
  guint column = (guint) g_utf8_strlen (line_start, at - line_start) + 1;

  g_set_error (p->error,
               WIJK_GRID_ERROR,
               code,
               /* Translators: number of the line, place in it, what is wrong */
               _ ("Line %u, place %u: %s"),
               line,
               column,
               why);

  return FALSE;
}

static gboolean
refuse (Parsing *p, WijkGridError code, const char *why)
{
  return refuse_at (p, p->line, p->line_start, p->at, code, why);
}

/* ---- cells ---- */

/* Passes over one line end; FALSE if there is none here. */
static gboolean
take_line_end (Parsing *p)
{
  if (*p->at != '\n')
    return FALSE;
  p->at++;
  p->line++;
  p->line_start = p->at;

  return TRUE;
}

/* From behind the opening quote to behind the closing one. */
static gboolean
take_quoted (Parsing *p)
{
  const char *opened = p->at - 1, *opened_start = p->line_start;
  guint opened_line = p->line;

  for (;;)
    {
      if (*p->at == '\0')
        return refuse_at (p,
                          opened_line,
                          opened_start,
                          opened,
                          WIJK_GRID_ERROR_FORM,
                          _ ("A quotation mark opens here and is not closed."));
      if (take_line_end (p))
        g_string_append_c (p->cell, '\n');
      else if (*p->at != '"')
        g_string_append_c (p->cell, *p->at++);
      else if (p->at[1] == '"')
        {
          g_string_append_c (p->cell, '"');
          p->at += 2;
        }
      else
        {
          p->at++;
          return TRUE;
        }
    }
}

static gboolean
is_cell_end (Parsing *p)
{
  return *p->at == '\0' || *p->at == '\n' || *p->at == p->separator;
}

static gboolean
take_cell (Parsing *p)
{
  g_string_truncate (p->cell, 0);
  if (*p->at == '"')
    {
      p->at++;
      if (!take_quoted (p))
        return FALSE;
      while (*p->at == ' ')
        p->at++;
      if (!is_cell_end (p))
        return refuse (p, WIJK_GRID_ERROR_FORM, _ ("Something follows a closing quotation mark."));
    }
  else
    while (!is_cell_end (p))
      g_string_append_c (p->cell, *p->at++);

  return TRUE;
}

/* The cells of one row, up to and with its line end. */
static GPtrArray *
take_row (Parsing *p)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      if (cells->len == WIJK_GRID_MAX_COLUMNS)
        {
          (void) refuse (p, WIJK_GRID_ERROR_TOO_LARGE, _ ("The row has too many cells."));
          return NULL;
        }
      if (!take_cell (p))
        return NULL;
      g_ptr_array_add (cells, g_strstrip (g_strdup (p->cell->str)));
      if (*p->at != p->separator || *p->at == '\0')
        break;
      p->at++;
    }
  (void) take_line_end (p);

  return g_steal_pointer (&cells);
}

/* ---- rows ---- */

static gboolean
is_told_separator (const char *text)
{
  return g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] != '\0' &&
         strchr (SIGNS, text[4]) != NULL && text[5] == '\n';
}

char
wijk_csv_find_separator (const char *text)
{
  guint counts[sizeof SIGNS] = { 0 };
  gboolean is_quoted = FALSE;
  guint best = 1;

  if (is_told_separator (text))
    return text[4];
  text += strspn (text, " \n");
  for (const char *p = text; *p != '\0' && (is_quoted || *p != '\n'); p++)
    {
      const char *found = strchr (SIGNS, *p);

      if (*p == '"')
        is_quoted = !is_quoted;
      else if (found != NULL && !is_quoted)
        counts[found - SIGNS]++;
    }
  for (guint i = 0; i < strlen (SIGNS); i++)
    if (counts[i] > counts[best])
      best = i;

  return SIGNS[best];
}

static gboolean
is_empty (GPtrArray *cells, guint from)
{
  for (guint i = from; i < cells->len; i++)
    if (*(const char *) cells->pdata[i] != '\0')
      return FALSE;

  return TRUE;
}

static gboolean
read_rows (Parsing *p, WijkGridBuild *build)
{
  guint n_headings = 0;

  for (guint number = 1; *p->at != '\0'; number++)
    {
      guint line = p->line;
      g_autoptr (GPtrArray) cells = take_row (p);

      if (cells == NULL)
        return FALSE;
      if (n_headings == 0 && !is_empty (cells, 0))
        n_headings = cells->len;
      if (!is_empty (cells, n_headings))
        return refuse_at (p,
                          line,
                          "",
                          "",
                          WIJK_GRID_ERROR_FORM,
                          _ ("The row has more cells than there are headings."));
      if (!wijk_grid_build_add (build, number, cells, p->error))
        return FALSE;
    }

  return TRUE;
}

gboolean
wijk_csv_read (const char *text, char separator, WijkGridBuild *build, GError **error)
{
  Parsing p = { .at = text, .line_start = text, .line = 1, .separator = separator, .error = error };
  gboolean ok = wijk_grid_build_begin (build, "", error);

  if (is_told_separator (text))
    {
      p.at += 5;
      (void) take_line_end (&p);
    }
  p.cell = g_string_new (NULL);
  ok = ok && read_rows (&p, build);
  g_string_free (p.cell, TRUE);
  if (ok)
    wijk_grid_build_end (build);

  return ok;
}
