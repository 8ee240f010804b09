/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-grid-population.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-area.h"
#include "wijk-cell.h"
#include "wijk-fold.h"

#define MAX_DIGITS 8

typedef enum
{
  AREA,
  LABEL,
  COUNT,
  DATE,
  PUBLISHER,
  N_COLUMNS,
} Column;

/* Folded, between bars. */
static const char *const headings[N_COLUMNS] = {
  [AREA] = "|area-code|gebied|gebiedscode|buurt|buurtcode|buurten|wijk|wijkcode|wijken en buurten|"
           "codering|codering code|regio|code|gwb_code|bu_code|",
  [LABEL] = "|label|groep|kenmerk|leeftijd|leeftijdsgroep|categorie|",
  [COUNT] = "|count|aantal|inwoners|aantal inwoners|aantal_inwoners|bevolking|a_inw|"
            "aantal personen|",
  [DATE] = "|date|datum|peildatum|jaar|periode|",
  [PUBLISHER] = "|publisher|bron|uitgever|",
};

static void
row_free (WijkPopulationRow *row)
{
  g_free (row->area_code);
  g_free (row->label);
  g_free (row->count);
  g_free (row->date);
  g_free (row->publisher);
  g_free (row);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkPopulationRow, row_free)

/* ---- headings ---- */

static gboolean
find_columns (const WijkGrid *grid, int *columns, GError **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = -1;
  for (guint i = 0; grid->headings[i] != NULL; i++)
    {
      g_autofree char *folded = wijk_fold (grid->headings[i]);
      g_autofree char *barred = g_strconcat ("|", folded, "|", NULL);

      for (guint j = 0; j < N_COLUMNS; j++)
        if (*folded != '\0' && columns[j] < 0 && strstr (headings[j], barred) != NULL)
          columns[j] = (int) i;
    }
  if (columns[AREA] >= 0 && columns[COUNT] >= 0)
    return TRUE;
  g_set_error_literal (error,
                       WIJK_GRID_ERROR,
                       WIJK_GRID_ERROR_HEADINGS,
                       columns[AREA] < 0 ? _ ("No column says which area: call one “buurtcode”.")
                                         : _ ("No column says how many: call one “aantal”."));

  return FALSE;
}

/* ---- cells ---- */

static const char *
cell_of (const WijkGridRow *row, int column)
{
  return column >= 0 ? row->cells[column] : "";
}

static gboolean
refuse (const WijkGrid *grid, const WijkGridRow *row, int column, const char *why, GError **error)
{
  g_set_error (error,
               WIJK_GRID_ERROR,
               WIJK_GRID_ERROR_VALUE,
               /* Translators: number of a row, heading of a column, what is wrong */
               _ ("Row %u, column “%s”: %s"),
               row->number,
               grid->headings[column],
               why);

  return FALSE;
}

/* A whole number, with points or spaces between thousands; "" for a dot or a dash, which say that
 * it is not known. NULL for anything else. */
static char *
parse_count (const char *text)
{
  GString *digits = g_string_new (NULL);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gsize length = strlen (stripped);
  gsize since = 0; /* digits since the last separator */

  if (*stripped == '\0' || g_str_equal (stripped, ".") || g_str_equal (stripped, "-"))
    return g_string_free_and_steal (digits);
  if (g_str_has_suffix (stripped, ".0") || g_str_has_suffix (stripped, ",0"))
    length -= 2; /* as spreadsheets write whole numbers */
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (stripped[i]))
      {
        g_string_append_c (digits, stripped[i]);
        since++;
      }
    else if ((stripped[i] == '.' || stripped[i] == ' ') && i > 0 && length - i > 3)
      since = 0;
    else
      since = 4; /* no number */
  if (digits->len == 0 || digits->len > MAX_DIGITS ||
      (since != digits->len && since != 3)) /* "1.25" is not a whole number */
    {
      g_string_free (digits, TRUE);
      return NULL;
    }

  return g_string_free_and_steal (digits);
}

/* A day, or a year as its first day; NULL for anything else. */
static char *
parse_date (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    return g_strdup ("");
  if (strlen (stripped) == 4 && strspn (stripped, "0123456789") == 4)
    return g_strconcat (stripped, "-01-01", NULL);

  return wijk_cell_to_date (stripped);
}

/* The code of another place in the country. */
static gboolean
is_elsewhere (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return wijk_area_is_code (stripped) && wijk_area_lookup_code (stripped) == NULL;
}

/* NULL without an error: the row is passed over. */
static WijkPopulationRow *
read_row (const WijkGrid *grid, const WijkGridRow *row, const int *columns, GError **error)
{
  g_autoptr (WijkPopulationRow) result = g_new0 (WijkPopulationRow, 1);
  const char *area = cell_of (row, columns[AREA]);
  g_autofree char *why = NULL;

  if (is_elsewhere (area))
    return NULL;
  result->count = parse_count (cell_of (row, columns[COUNT]));
  if (result->count == NULL)
    {
      refuse (grid, row, columns[COUNT], _ ("this is not a whole number."), error);
      return NULL;
    }
  if (*result->count == '\0')
    return NULL;
  result->area_code = wijk_cell_to_area (area, &why);
  if (result->area_code == NULL)
    {
      refuse (grid, row, columns[AREA], why, error);
      return NULL;
    }
  result->date = parse_date (cell_of (row, columns[DATE]));
  if (result->date == NULL)
    {
      refuse (grid, row, columns[DATE], _ ("this is not a date."), error);
      return NULL;
    }
  result->label = g_strstrip (g_strdup (cell_of (row, columns[LABEL])));
  result->publisher = g_strstrip (g_strdup (cell_of (row, columns[PUBLISHER])));

  return g_steal_pointer (&result);
}

GPtrArray *
wijk_grid_to_population (const WijkGrid *grid, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autoptr (GError) fault = NULL;
  int columns[N_COLUMNS];

  if (!find_columns (grid, columns, error))
    return NULL;
  for (guint i = 0; i < grid->rows->len && fault == NULL; i++)
    {
      WijkPopulationRow *row = read_row (grid, grid->rows->pdata[i], columns, &fault);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }

  return g_steal_pointer (&rows);
}
