/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-grid.h"

#include <string.h>

/* The table in one line: cells between bars, rows between slashes. */
static char *
to_line (const WijkGrid *grid)
{
  g_autofree char *headings = g_strjoinv ("|", grid->headings);
  GString *line = g_string_new (headings);

  for (guint i = 0; i < grid->rows->len; i++)
    {
      const WijkGridRow *row = grid->rows->pdata[i];
      g_autofree char *cells = g_strjoinv ("|", row->cells);

      g_string_append_printf (line, " / %u: %s", row->number, cells);
    }

  return g_string_free (line, FALSE);
}

static const struct
{
  const char *text;
  gsize length;       /* 0: up to its end */
  const char *result; /* the table, or how the error begins */
  int code;           /* -1: well */
} tables[] = {
  { "a,b\n1,2\n", 0, "a|b / 2: 1|2", -1 },
  { "a;b\r\n1;2", 0, "a|b / 2: 1|2", -1 },
  { "a\tb\r1\t2\r", 0, "a|b / 2: 1|2", -1 },
  { "a|b\n1|2,5", 0, "a|b / 2: 1|2,5", -1 },
  { "a,b;c;d\n1;2;3", 0, "a,b|c|d / 2: 1|2|3", -1 },
  { "\"a,b,c\";d\n1;2", 0, "a,b,c|d / 2: 1|2", -1 },
  { "a\n1\n2", 0, "a / 2: 1 / 3: 2", -1 },
  { "sep=;\na;b\n1,0;2", 0, "a|b / 2: 1,0|2", -1 },
  { "\xef\xbb\xbf"
    "a,b\n\xc3\xa9,2",
    0,
    "a|b / 2: é|2",
    -1 },
  { "a,b\n\xe9\x80,2", 0, "a|b / 2: é€|2", -1 },
  { "\xff\xfe"
    "a\0,\0b\0\n\0\xe9\0,\0"
    "2\0",
    16,
    "a|b / 2: é|2",
    -1 },
  { "\xfe\xff\0a\0,\0b\0\n\0\xe9\0,\0"
    "2",
    16,
    "a|b / 2: é|2",
    -1 },
  { "a,b\n\"1\n\"\"één\"\"\",2\n3,4", 0, "a|b / 2: 1\n\"één\"|2 / 3: 3|4", -1 },
  { "a,b\n\"1\" ,2", 0, "a|b / 2: 1|2", -1 },
  { "a,b\n 1 , 2 ", 0, "a|b / 2: 1|2", -1 },
  { "a,b\n5\" pijp,2", 0, "a|b / 2: 5\" pijp|2", -1 },
  { "\n\na,b\n\n,\n1\n1,2,,\n", 0, "a|b / 6: 1| / 7: 1|2", -1 },
  { "", 0, "The table is empty.", WIJK_GRID_ERROR_HEADINGS },
  { "\n \n;;\n", 0, "The table is empty.", WIJK_GRID_ERROR_HEADINGS },
  { "\x01"
    "a,b\n\x1b[1,2",
    0,
    "a|b / 2: [1|2",
    -1 },
  /* UTF-16 without a mark */
  { "a\0,\0b\0\n\0\xe9\0,\0"
    "2\0",
    14,
    "a|b / 2: é|2",
    -1 },
  { "\0a\0,\0b\0\n\0\xe9\0,\0"
    "2",
    14,
    "a|b / 2: é|2",
    -1 },
  { "\xff\xfe"
    "a\0\x00\xd8",
    6,
    "The file is not a table.",
    WIJK_GRID_ERROR_TEXT },
  { "a,b\n1,\"2", 0, "Line 2, place 3: ", WIJK_GRID_ERROR_FORM },
  { "a,b\n\"é\"x,2", 0, "Line 2, place 4: ", WIJK_GRID_ERROR_FORM },
  { "a,b\n1,2,3", 0, "Line 2, place 1: ", WIJK_GRID_ERROR_FORM },
  { "a,b\n1\0,2", 8, "The file is not a table.", WIJK_GRID_ERROR_TEXT },
  { "a,b\n\x81,2", 0, "The file is not a table.", WIJK_GRID_ERROR_TEXT },
  { "\xef\xbb\xbf"
    "a\xff",
    0,
    "The file is not a table.",
    WIJK_GRID_ERROR_TEXT },
  { "\xff\xfe"
    "a\0\0\0",
    6,
    "The file is not a table.",
    WIJK_GRID_ERROR_TEXT },
  { "PK\3\0\0\0\0", 7, "The file is not a table.", WIJK_GRID_ERROR_TEXT },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gsize length = tables[i].length > 0 ? tables[i].length : strlen (tables[i].text);
      g_autoptr (GBytes) bytes = g_bytes_new_static (tables[i].text, length);
      g_autoptr (GError) error = NULL;
      WijkGridReading reading = { 0 };
      g_autoptr (GPtrArray) grids = wijk_grid_read (bytes, "a.csv", &reading, NULL, &error);
      g_autofree char *line = grids != NULL ? to_line (grids->pdata[0]) : NULL;

      g_test_message ("%u: %s", i, error != NULL ? error->message : line);
      if (tables[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (line, ==, tables[i].result);
        }
      else
        {
          g_assert_error (error, WIJK_GRID_ERROR, tables[i].code);
          g_assert_true (g_str_has_prefix (error->message, tables[i].result));
        }
    }
}

static void
assert_too_large (GString *text)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autoptr (GError) error = NULL;
  WijkGridReading reading = { 0 };

  g_assert_null (wijk_grid_read (bytes, "a.csv", &reading, NULL, &error));
  g_assert_error (error, WIJK_GRID_ERROR, WIJK_GRID_ERROR_TOO_LARGE);
}

static void
test_large (void)
{
  g_autofree char *cell = g_strnfill (1024 * 1024 + 1, 'a');
  GString *wide = g_string_new ("a");
  GString *high = g_string_new ("a\n");
  GString *big = g_string_new ("a\n");

  for (guint i = 0; i < 300; i++)
    g_string_append (wide, ",a");
  for (guint i = 0; i < 200001; i++)
    g_string_append (high, "1\n");
  assert_too_large (wide);
  assert_too_large (high);
  assert_too_large (g_string_append (g_string_new ("a\n"), cell));
  for (guint i = 0; i < 65; i++)
    g_string_append (big, cell);
  assert_too_large (big);
}

/* ---- what it is taken for ---- */

static const struct
{
  const char *name;
  const char *text;
  WijkGridForm form;
  const char *result;
} forms[] = {
  /* of files, the ending tells */
  { "x.csv", "Te hard\nTe druk", WIJK_GRID_TABLE, "Te hard / 2: Te druk" },
  { "X.TXT", "Te hard\nTe druk", WIJK_GRID_LINES, "Remark / 1: Te hard / 2: Te druk" },
  { "x.txt", "reactie;datum\na;b", WIJK_GRID_TABLE, "reactie|datum / 2: a|b" },
  /* of what was pasted, the first line */
  { NULL, "reactie\nTe hard", WIJK_GRID_TABLE, "reactie / 2: Te hard" },
  { NULL, "naam\tidee\na\tb", WIJK_GRID_TABLE, "naam|idee / 2: a|b" },
  { NULL,
    "Meer groen, minder auto's\nEn dit",
    WIJK_GRID_LINES,
    "Remark / 1: Meer groen, minder auto's / 2: En dit" },
  { NULL, "1.\tTe hard\n2.\tTe druk", WIJK_GRID_LINES, "Remark / 1: Te hard / 2: Te druk" },
  /* bullets and numbers */
  { NULL,
    "- een\n* twee\n\xe2\x80\xa2 drie\n\n1. vier\n12) vijf\n(3) zes\na) zeven\no\tacht\n[ ] negen\n"
    "\xe2\x98\x90 tien",
    WIJK_GRID_LINES,
    "Remark / 1: een / 2: twee / 3: drie / 5: vier / 6: vijf / 7: zes / 8: zeven / 9: acht"
    " / 10: negen / 11: tien" },
  { NULL,
    "30 km is beter\n-5 graden\n2026 was nat\n1.5 meter\na. Dit blijft",
    WIJK_GRID_LINES,
    "Remark / 1: 30 km is beter / 2: -5 graden / 3: 2026 was nat / 4: 1.5 meter"
    " / 5: a. Dit blijft" },
  { NULL,
    "- te hard\n  op de Kooilaan\n- te druk\n\nlos",
    WIJK_GRID_LINES,
    "Remark / 1: te hard op de Kooilaan / 3: te druk / 5: los" },
  /* paragraphs */
  { NULL,
    "Een zin die\ndoorloopt.\n\n\nNog een.\n",
    WIJK_GRID_PARAGRAPHS,
    "Remark / 1: Een zin die doorloopt. / 5: Nog een." },
  { NULL, "Een.\n\nTwee.", WIJK_GRID_LINES, "Remark / 1: Een. / 3: Twee." },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (forms[i].text, strlen (forms[i].text));
      g_autoptr (GError) error = NULL;
      WijkGridReading reading = { 0 };
      g_autoptr (GPtrArray) grids = wijk_grid_read (bytes, forms[i].name, &reading, NULL, &error);
      g_autofree char *line = NULL;

      g_assert_no_error (error);
      line = to_line (grids->pdata[0]);
      g_test_message ("%u: %s", i, line);
      g_assert_cmpstr (line, ==, forms[i].result);
      g_assert_cmpint (reading.form, ==, forms[i].form);
    }
}

/* What is chosen goes before what would be found out. */
static void
test_chosen (void)
{
  static const char text[] = "a;b,c\n\xc3\xa9;2,3\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  WijkGridReading reading = { WIJK_CHARSET_WINDOWS, ',', WIJK_GRID_TABLE };
  WijkGridReading paragraphs = { .form = WIJK_GRID_PARAGRAPHS };
  g_autoptr (GPtrArray) table = wijk_grid_read (bytes, NULL, &reading, NULL, NULL);
  g_autoptr (GPtrArray) text_read = wijk_grid_read (bytes, "a.csv", &paragraphs, NULL, NULL);
  g_autofree char *line = to_line (table->pdata[0]);
  g_autofree char *other = to_line (text_read->pdata[0]);

  g_assert_cmpstr (line, ==, "a;b|c / 2: Ã©;2|3");
  g_assert_cmpstr (other, ==, "Remark / 1: a;b,c é;2,3");
  g_assert_cmpint (paragraphs.charset, ==, WIJK_CHARSET_UTF8);
}

static void
test_nothing (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (" \n\n", 3);
  g_autoptr (GError) error = NULL;
  WijkGridReading reading = { 0 };

  g_assert_null (wijk_grid_read (bytes, NULL, &reading, NULL, &error));
  g_assert_error (error, WIJK_GRID_ERROR, WIJK_GRID_ERROR_HEADINGS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/grid/tables", test_tables);
  g_test_add_func ("/exchange/grid/large", test_large);
  g_test_add_func ("/exchange/grid/forms", test_forms);
  g_test_add_func ("/exchange/grid/chosen", test_chosen);
  g_test_add_func ("/exchange/grid/nothing", test_nothing);

  return g_test_run ();
}
