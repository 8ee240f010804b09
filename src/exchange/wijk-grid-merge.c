/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-grid-merge.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_MERGES 100000

typedef struct
{
  guint column;
  guint top;
  guint bottom;
} Merge;

struct _WijkGridMerges
{
  GArray *merges;
};

WijkGridMerges *
wijk_grid_merges_new (void)
{
  WijkGridMerges *self = g_new0 (WijkGridMerges, 1);

  self->merges = g_array_new (FALSE, FALSE, sizeof (Merge));

  return self;
}

void
wijk_grid_merges_free (WijkGridMerges *self)
{
  g_array_unref (self->merges);
  g_free (self);
}

void
wijk_grid_merges_add (WijkGridMerges *self, guint column, guint top, guint bottom)
{
  Merge merge = { column, top, bottom };

  if (bottom > top && column < WIJK_GRID_MAX_COLUMNS && self->merges->len < MAX_MERGES)
    g_array_append_val (self->merges, merge);
}

/* The index of the first row whose number is @number or more. */
static guint
find_row (GPtrArray *rows, guint number)
{
  guint low = 0, high = rows->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (((WijkGridRow *) rows->pdata[middle])->number < number)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
put (WijkGridRow *row, guint column, const char *text)
{
  guint n = g_strv_length (row->cells);

  if (n <= column)
    {
      row->cells = g_renew (char *, row->cells, column + 2);
      while (n <= column)
        row->cells[n++] = g_strdup ("");
      row->cells[n] = NULL;
    }
  g_set_str (&row->cells[column], text);
}

gboolean
wijk_grid_merges_apply (WijkGridMerges *self, WijkGridBuild *build, GError **error)
{
  WijkGrid *grid = build->grids->pdata[build->grids->len - 1];

  for (guint i = 0; i < self->merges->len; i++)
    {
      const Merge *merge = &g_array_index (self->merges, Merge, i);
      guint at = find_row (grid->rows, merge->top);
      const WijkGridRow *first = at < grid->rows->len ? grid->rows->pdata[at] : NULL;
      const char *text;

      if (first == NULL || first->number != merge->top ||
          merge->column >= g_strv_length (first->cells))
        continue;
      text = first->cells[merge->column];
      for (at++; at < grid->rows->len; at++)
        {
          WijkGridRow *row = grid->rows->pdata[at];

          if (row->number > merge->bottom)
            break;
          put (row, merge->column, text);
          build->n_cells++;
          build->n_text += strlen (text) + 1;
          if (build->n_cells > WIJK_GRID_MAX_CELLS || build->n_text > WIJK_GRID_MAX_TEXT)
            return wijk_grid_refuse_cell (row->number,
                                          merge->column,
                                          WIJK_GRID_ERROR_TOO_LARGE,
                                          _ ("The merged cells hold too much."),
                                          error);
        }
    }

  return TRUE;
}
