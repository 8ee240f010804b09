/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-grid.h"

G_BEGIN_DECLS

/* How many people live where, from a table of the municipality or of the statistics office. */
typedef struct
{
  char *area_code;
  char *label; /* of a group; "" is everybody */
  char *count;
  char *date;      /* ISO 8601; "" where not said */
  char *publisher; /* "" where not said */
} WijkPopulationRow;

/* Columns are known by the usual headings (gebied, buurtcode, groep, aantal, inwoners, peildatum,
 * jaar, bron ...); an area and a number are needed. A year alone is its first of January. Rows of
 * places elsewhere in the country are passed over, as are those without a number.
 *
 * Errors: WIJK_GRID_ERROR_HEADINGS and _VALUE, which name row and column. */
GPtrArray *wijk_grid_to_population (const WijkGrid *grid, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
