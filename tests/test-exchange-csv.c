/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-csv-remarks.h"

#include <string.h>

/* The table in one line: cells between bars, rows between slashes. */
static char *
to_line (const WijkCsv *csv)
{
  g_autofree char *headings = g_strjoinv ("|", csv->headings);
  GString *line = g_string_new (headings);

  for (guint i = 0; i < csv->rows->len; i++)
    {
      const WijkCsvRow *row = csv->rows->pdata[i];
      g_autofree char *cells = g_strjoinv ("|", row->cells);

      g_string_append_printf (line, " / %u: %s", row->line, cells);
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
  { "sep=;\na;b\n1,0;2", 0, "a|b / 3: 1,0|2", -1 },
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
  { "a,b\n\"1\n\"\"één\"\"\",2\n3,4", 0, "a|b / 2: 1\n\"één\"|2 / 4: 3|4", -1 },
  { "a,b\n\"1\" ,2", 0, "a|b / 2: 1|2", -1 },
  { "a,b\n 1 , 2 ", 0, "a|b / 2: 1|2", -1 },
  { "a,b\n5\" pijp,2", 0, "a|b / 2: 5\" pijp|2", -1 },
  { "\n\na,b\n\n,\n1\n1,2,,\n", 0, "a|b / 6: 1| / 7: 1|2", -1 },
  { "", 0, "Line 1, place 1: ", WIJK_CSV_ERROR_HEADINGS },
  { "\n \n;;\n", 0, "Line 4, place 1: ", WIJK_CSV_ERROR_HEADINGS },
  { "a,b\n1,\"2", 0, "Line 2, place 3: ", WIJK_CSV_ERROR_FORM },
  { "a,b\n\"é\"x,2", 0, "Line 2, place 4: ", WIJK_CSV_ERROR_FORM },
  { "a,b\n1,2,3", 0, "Line 2, place 1: ", WIJK_CSV_ERROR_FORM },
  { "a,b\n1\0,2", 8, "The file is not a table.", WIJK_CSV_ERROR_TEXT },
  { "a,b\n\x81,2", 0, "The file is not a table.", WIJK_CSV_ERROR_TEXT },
  { "\xef\xbb\xbf"
    "a\xff",
    0,
    "The file is not a table.",
    WIJK_CSV_ERROR_TEXT },
  { "\xff\xfe"
    "a\0\0\0",
    6,
    "The file is not a table.",
    WIJK_CSV_ERROR_TEXT },
  { "PK\3\4\0\0\0", 7, "The file is not a table.", WIJK_CSV_ERROR_TEXT },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gsize length = tables[i].length > 0 ? tables[i].length : strlen (tables[i].text);
      g_autoptr (GBytes) bytes = g_bytes_new_static (tables[i].text, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (WijkCsv) csv = wijk_csv_read (bytes, &error);
      g_autofree char *line = csv != NULL ? to_line (csv) : NULL;

      g_test_message ("%u: %s", i, error != NULL ? error->message : line);
      if (tables[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (line, ==, tables[i].result);
        }
      else
        {
          g_assert_error (error, WIJK_CSV_ERROR, tables[i].code);
          g_assert_true (g_str_has_prefix (error->message, tables[i].result));
        }
    }
}

static void
assert_too_large (GString *text)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autoptr (GError) error = NULL;

  g_assert_null (wijk_csv_read (bytes, &error));
  g_assert_error (error, WIJK_CSV_ERROR, WIJK_CSV_ERROR_TOO_LARGE);
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

/* ---- remarks ---- */

static void
append_edits (GString *line, GPtrArray *edits)
{
  for (guint i = 0; edits != NULL && i < edits->len; i++)
    {
      WijkEdit *edit = edits->pdata[i];

      g_string_append_printf (line, "%s=%s;", edit->field, edit->value);
    }
}

static const struct
{
  const char *text;
  const char *result; /* remark;person/..., or how the error begins */
  int code;
} remarks[] = {
  { "text,channel\nTe hard,papier", "text=Te hard;channel=papier;/", -1 },
  { "Reactie;Kanaal;Datum;Aantal;Aspect;Thema's;Buurt;Bijeenkomst\n"
    "Te hard;E-mail;1-10-2026;3;Sociaal, fysiek;Verkeer | Groen;Merenwijk;Avond 1",
    "text=Te hard;channel=e-mail;date=2026-10-01;count=3;aspects/sociaal=1;aspects/ruimtelijk=1;"
    "themes=Verkeer;themes=Groen;area-code=WK054608;session=Avond 1;/",
    -1 },
  { "tekst,kanaal,buurt\nA,Enquête,2025WK054608\nB,,",
    "text=A;channel=enquete;area-code=WK054608;/"
    "text=B;/",
    -1 },
  { "reactie,uitkomst,motivering\nA,Niet overgenomen,Geen geld",
    "text=A;outcome=niet-overgenomen;reason=Geen geld;/",
    -1 },
  { "reactie,datum\nA,2026-10-01 13:45", "text=A;date=2026-10-01;/", -1 },
  { "reactie,datum\nA,01/10/2026", "text=A;date=2026-10-01;/", -1 },
  /* personal */
  { "reactie,naam,e-mail\nA,Ria,r@x.nl", "text=A;/", -1 },
  { "reactie,naam,toestemming\nA,Ria,\nB,Jan,nee\nC,Els,ja",
    "text=A;/text=B;/text=C;name=Els;consents/bewaren=1;kind=persoon;/",
    -1 },
  { "reactie,naam,e-mail,telefoon,toestemming\nA,Ria,r@x.nl,06,\"Publicatie, terugkoppeling\"",
    "text=A;name=Ria;contact=r@x.nl, 06;consents/publicatie=1;consents/terugkoppeling=1;"
    "kind=persoon;/",
    -1 },
  { "reactie,organisatie,naam\nA,De Sleutels,Ria",
    "text=A;organisation=De Sleutels;"
    "kind=organisatie;/",
    -1 },
  /* faults */
  { "kanaal\npapier", "Line 1, column “kanaal”: ", WIJK_CSV_ERROR_HEADINGS },
  { "reactie,tekst\na,b", "Line 1, column “tekst”: ", WIJK_CSV_ERROR_HEADINGS },
  { "reactie,kanaal\n,papier", "Line 2, column “reactie”: ", WIJK_CSV_ERROR_VALUE },
  { "reactie,kanaal\na,duif", "Line 2, column “kanaal”: ", WIJK_CSV_ERROR_VALUE },
  { "reactie,datum\na,morgen", "Line 2, column “datum”: ", WIJK_CSV_ERROR_VALUE },
  { "reactie,datum\na,30-2-2026", "Line 2, column “datum”: ", WIJK_CSV_ERROR_VALUE },
  { "reactie,datum\na,1-10-2026x", "Line 2, column “datum”: ", WIJK_CSV_ERROR_VALUE },
  { "reactie,aantal\na,veel", "Line 2, column “aantal”: ", WIJK_CSV_ERROR_VALUE },
  { "reactie,aantal\na,0", "Line 2, column “aantal”: ", WIJK_CSV_ERROR_VALUE },
  { "reactie,aspect\na,geel", "Line 2, column “aspect”: ", WIJK_CSV_ERROR_VALUE },
  { "reactie,buurt\na,Meernwijk",
    "Line 2, column “buurt”: There is no area called “Meernwijk”; ",
    WIJK_CSV_ERROR_VALUE },
  { "reactie,buurt\na,Binnenstad",
    "Line 2, column “buurt”: There is more than one ",
    WIJK_CSV_ERROR_VALUE },
};

static void
test_remarks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (remarks[i].text, strlen (remarks[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (WijkCsv) csv = wijk_csv_read (bytes, &error);
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GString) line = g_string_new (NULL);

      g_assert_no_error (error);
      rows = wijk_csv_to_remarks (csv, NULL, &error);
      for (guint j = 0; rows != NULL && j < rows->len; j++)
        {
          const WijkCsvRemark *row = rows->pdata[j];

          append_edits (line, row->remark);
          append_edits (line, row->person);
          g_string_append_c (line, '/');
        }
      g_test_message ("%u: %s", i, error != NULL ? error->message : line->str);
      if (remarks[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (line->str, ==, remarks[i].result);
        }
      else
        {
          g_assert_error (error, WIJK_CSV_ERROR, remarks[i].code);
          g_assert_true (g_str_has_prefix (error->message, remarks[i].result));
        }
    }
}

static void
test_ignored (void)
{
  static const char text[] = "reactie,Cijfer,,text|reactie\na,7,,x\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (WijkCsv) csv = wijk_csv_read (bytes, NULL);
  g_autoptr (GPtrArray) ignored = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = wijk_csv_to_remarks (csv, ignored, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpuint (((WijkCsvRemark *) rows->pdata[0])->line, ==, 2);
  g_assert_cmpuint (ignored->len, ==, 2);
  g_assert_cmpstr (ignored->pdata[0], ==, "Cijfer");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/csv/tables", test_tables);
  g_test_add_func ("/exchange/csv/large", test_large);
  g_test_add_func ("/exchange/csv/remarks", test_remarks);
  g_test_add_func ("/exchange/csv/ignored", test_ignored);

  return g_test_run ();
}
