/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-csv-write.h"
#include "wijk-grid.h"

#include <string.h>

static const struct
{
  const char *cell;
  const char *written;
} cells[] = {
  { "", "" },
  { "gewoon", "gewoon" },
  { "a;b", "\"a;b\"" },
  { "a,b", "\"a,b\"" },
  { "zei \"nee\"", "\"zei \"\"nee\"\"\"" },
  { "twee\nregels", "\"twee\nregels\"" },
  { "=1+1", "\"'=1+1\"" },
  { "  =1+1", "\"'  =1+1\"" },
  { "+31 6", "\"'+31 6\"" },
  { "-1", "\"'-1\"" },
  { "@SUM(A1)", "\"'@SUM(A1)\"" },
  { "\t=1", "\"'\t=1\"" },
  { "1+1=2", "1+1=2" },
  { "é 👍", "é 👍" },
};

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const char *row[] = { cells[i].cell, "x", NULL };
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();
      g_autofree char *expected = g_strconcat ("\xef\xbb\xbf", cells[i].written, ";x\r\n", NULL);
      g_autoptr (GBytes) bytes = NULL;

      g_ptr_array_add (rows, row);
      bytes = wijk_csv_write (rows);
      g_assert_cmpmem (
          expected, strlen (expected), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
}

/* What is written is read again as it was. */
static void
test_round_trip (void)
{
  const char *head[] = { "een", "twee;drie", NULL };
  const char *row[] = { "a \"b\"\nc", "d;e", NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) grids = NULL;
  WijkGridReading reading = { 0 };
  const WijkGrid *grid;

  g_ptr_array_add (rows, head);
  g_ptr_array_add (rows, row);
  bytes = wijk_csv_write (rows);
  grids = wijk_grid_read (bytes, "a.csv", &reading, NULL, &error);
  g_assert_no_error (error);
  grid = grids->pdata[0];
  g_assert_cmpstr (grid->headings[1], ==, "twee;drie");
  g_assert_cmpstr (((WijkGridRow *) grid->rows->pdata[0])->cells[0], ==, row[0]);
  g_assert_cmpstr (((WijkGridRow *) grid->rows->pdata[0])->cells[1], ==, row[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/csv-write/cells", test_cells);
  g_test_add_func ("/exchange/csv-write/round-trip", test_round_trip);
  return g_test_run ();
}
