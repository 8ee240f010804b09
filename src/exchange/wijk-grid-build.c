/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-grid-build.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-column.h"

/* So many rows may stand above the headings: a title, a date. */
#define MOST_ABOVE 10

static void
row_free (WijkGridRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

void
wijk_grid_free (WijkGrid *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_strfreev (self->headings);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

void
wijk_grid_build_init (WijkGridBuild *self)
{
  *self = (WijkGridBuild) { 0 };
  self->grids = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_grid_free);
}

void
wijk_grid_build_clear (WijkGridBuild *self)
{
  g_clear_pointer (&self->grids, g_ptr_array_unref);
}

/* ---- errors ---- */

char *
wijk_grid_dup_column_letters (guint column)
{
  char letters[8];
  guint at = sizeof letters - 1;

  letters[at] = '\0';
  for (guint n = MIN (column, 1000000) + 1; n > 0; n = (n - 1) / 26)
    letters[--at] = (char) ('A' + (n - 1) % 26);

  return g_strdup (letters + at);
}

gboolean
wijk_grid_refuse_cell (guint row, guint column, WijkGridError code, const char *why, GError **error)
{
  g_autofree char *letters = wijk_grid_dup_column_letters (column);

  g_set_error (error,
               WIJK_GRID_ERROR,
               code,
               /* Translators: number of the row, letters or heading of the column, what is wrong */
               _ ("Row %u, column %s: %s"),
               row,
               letters,
               why);

  return FALSE;
}

gboolean
wijk_grid_check_cell (guint row, guint column, const char *text, GError **error)
{
  return strlen (text) <= WIJK_GRID_MAX_CELL ||
         wijk_grid_refuse_cell (row,
                                column,
                                WIJK_GRID_ERROR_TOO_LARGE,
                                _ ("The text in this cell is too long."),
                                error);
}

static gboolean
refuse_large (const char *why, GError **error)
{
  g_set_error_literal (error, WIJK_GRID_ERROR, WIJK_GRID_ERROR_TOO_LARGE, why);

  return FALSE;
}

/* ---- rows ---- */

gboolean
wijk_grid_build_begin (WijkGridBuild *self, const char *name, GError **error)
{
  WijkGrid *grid;

  if (self->grids->len == WIJK_GRID_MAX_SHEETS)
    return refuse_large (_ ("The file has too many sheets."), error);
  grid = g_new0 (WijkGrid, 1);
  grid->name = g_strdup (name);
  grid->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_ptr_array_add (self->grids, grid);
  self->width = 0;

  return TRUE;
}

/* The number of cells up to the last with anything in it. */
static guint
count_cells (GPtrArray *cells)
{
  guint n = cells->len;

  while (n > 0 && (cells->pdata[n - 1] == NULL || *(const char *) cells->pdata[n - 1] == '\0'))
    n--;

  return n;
}

static gboolean
check_cells (WijkGridBuild *self, guint number, GPtrArray *cells, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      gsize length = cells->pdata[i] != NULL ? strlen (cells->pdata[i]) : 0;

      self->n_text += length + 1;
      if (length > WIJK_GRID_MAX_CELL)
        return wijk_grid_refuse_cell (
            number, i, WIJK_GRID_ERROR_TOO_LARGE, _ ("The text in this cell is too long."), error);
    }

  return TRUE;
}

gboolean
wijk_grid_build_add (WijkGridBuild *self, guint number, GPtrArray *cells, GError **error)
{
  WijkGrid *grid = self->grids->pdata[self->grids->len - 1];
  guint n = count_cells (cells);
  WijkGridRow *row;

  if (n == 0)
    return TRUE;
  if (n > WIJK_GRID_MAX_COLUMNS)
    return wijk_grid_refuse_cell (
        number, n - 1, WIJK_GRID_ERROR_TOO_LARGE, _ ("The row has too many cells."), error);
  if (!check_cells (self, number, cells, n, error))
    return FALSE;
  self->n_cells += n;
  self->width = MAX (self->width, n);
  if (grid->rows->len > WIJK_GRID_MAX_ROWS ||
      (guint64) self->width * grid->rows->len > WIJK_GRID_MAX_CELLS ||
      self->n_cells > WIJK_GRID_MAX_CELLS || self->n_text > WIJK_GRID_MAX_TEXT)
    return refuse_large (_ ("The table has too many rows."), error);

  row = g_new0 (WijkGridRow, 1);
  row->number = number;
  row->cells = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    row->cells[i] = g_strdup (cells->pdata[i] != NULL ? cells->pdata[i] : "");
  g_ptr_array_add (grid->rows, row);

  return TRUE;
}

/* ---- the whole ---- */

static guint
find_headings (WijkGrid *grid)
{
  for (guint i = 0; i < MIN (grid->rows->len, MOST_ABOVE); i++)
    {
      const WijkGridRow *row = grid->rows->pdata[i];

      for (guint j = 0; row->cells[j] != NULL; j++)
        if (wijk_column_find (row->cells[j]) == WIJK_COLUMN_TEXT)
          return i;
    }

  return 0;
}

static void
widen (char ***cells, guint width)
{
  guint n = g_strv_length (*cells);

  *cells = g_renew (char *, *cells, width + 1);
  while (n < width)
    (*cells)[n++] = g_strdup ("");
  (*cells)[width] = NULL;
}

void
wijk_grid_build_end (WijkGridBuild *self)
{
  WijkGrid *grid = self->grids->pdata[self->grids->len - 1];
  guint at;
  WijkGridRow *row;

  if (grid->rows->len == 0)
    {
      g_ptr_array_set_size (self->grids, (int) self->grids->len - 1);
      return;
    }
  at = find_headings (grid);
  row = grid->rows->pdata[at];
  grid->headings = g_steal_pointer (&row->cells);
  grid->number = row->number;
  g_ptr_array_remove_range (grid->rows, 0, at + 1);
  widen (&grid->headings, self->width);
  for (guint i = 0; i < grid->rows->len; i++)
    widen (&((WijkGridRow *) grid->rows->pdata[i])->cells, self->width);
}

GPtrArray *
wijk_grid_build_finish (WijkGridBuild *self, GError **error)
{
  if (self->grids->len > 0)
    return g_steal_pointer (&self->grids);
  g_set_error_literal (error, WIJK_GRID_ERROR, WIJK_GRID_ERROR_HEADINGS, _ ("The table is empty."));

  return NULL;
}
