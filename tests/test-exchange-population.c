/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-grid-population.h"

#include <string.h>

static GPtrArray *
read_table (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  WijkGridReading reading = { .form = WIJK_GRID_TABLE };
  g_autoptr (GPtrArray) grids = wijk_grid_read (bytes, "cijfers.csv", &reading, NULL, NULL);

  g_assert_nonnull (grids);

  return wijk_grid_to_population (grids->pdata[0], error);
}

static char *
show (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const WijkPopulationRow *row = rows->pdata[i];

      g_string_append_printf (text,
                              "%s|%s|%s|%s|%s;",
                              row->area_code,
                              row->label,
                              row->count,
                              row->date,
                              row->publisher);
    }

  return g_string_free (text, FALSE);
}

static void
test_read (void)
{
  static const struct
  {
    const char *table, *expected;
  } cases[] = {
    { "area-code,label,count,date,publisher\nBU05460800,,2345,2025-01-01,CBS\n",
      "BU05460800||2345|2025-01-01|CBS;" },
    { "Buurtcode;Aantal inwoners;Jaar;Bron\n2025BU05460801;1.234;2025;CBS\n",
      "BU05460801||1234|2025-01-01|CBS;" },
    { "Gebied;Groep;Aantal\nMerenwijk;0 tot 15 jaar;900\nMerenwijk;;14 250\n",
      "WK054608|0 tot 15 jaar|900||;WK054608||14250||;" },
    { "buurtcode;aantal\nBU05460800;.\nBU05460801;-\nBU05460802;0\n", "BU05460802||0||;" },
    { "buurtcode;aantal\nBU03630000;5000\nGM0363;9\nBU05460802;12\n", "BU05460802||12||;" },
    { "buurtcode;aantal;peildatum\nBU05460802;7.0;1-1-2024\n", "BU05460802||7|2024-01-01|;" },
    { "buurtcode;aantal\nBU05460802;1.234.567\n", "BU05460802||1234567||;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = read_table (cases[i].table, &error);
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      found = show (rows);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *table;
    int code;
    const char *says;
  } cases[] = {
    { "aantal;jaar\n5;2025\n", WIJK_GRID_ERROR_HEADINGS, "buurtcode" },
    { "buurtcode;jaar\nBU05460800;2025\n", WIJK_GRID_ERROR_HEADINGS, "aantal" },
    { "buurtcode;aantal\nBU05460800;5\nBU05460801;veel\n",
      WIJK_GRID_ERROR_VALUE,
      "Row 3, column “aantal”" },
    { "buurtcode;aantal\nBU05460800;1.25\n", WIJK_GRID_ERROR_VALUE, "Row 2, column “aantal”" },
    { "buurtcode;aantal\nBU05460800;-3\n", WIJK_GRID_ERROR_VALUE, "Row 2, column “aantal”" },
    { "buurtcode;aantal\nBU05460800;123456789\n", WIJK_GRID_ERROR_VALUE, "“aantal”" },
    { "buurt;aantal\nNergenshuizen;5\n", WIJK_GRID_ERROR_VALUE, "Row 2, column “buurt”" },
    { "buurt;aantal;peildatum\nMerenwijk;5;ooit\n",
      WIJK_GRID_ERROR_VALUE,
      "Row 2, column “peildatum”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = read_table (cases[i].table, &error);

      g_assert_null (rows);
      g_assert_error (error, WIJK_GRID_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/population/read", test_read);
  g_test_add_func ("/population/refused", test_refused);

  return g_test_run ();
}
