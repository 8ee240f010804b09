/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-grid-remarks.h"

#include <string.h>

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
  { "reactie,naam,toestemming\nA,Ria,\"Nee, liever niet\"\nB,Jan,misschien\nC,Els,-",
    "text=A;/text=B;/text=C;/",
    -1 },
  { "reactie,naam,bewaren tot,toestemming contact,toestemming publicatie\n"
    "A,Ria,1-10-2027,ja,nee\nB,Jan,,,\nC,Els,,nee,x",
    "text=A;name=Ria;keep-until=2027-10-01;consents/contact=1;kind=persoon;/text=B;/"
    "text=C;name=Els;consents/publicatie=1;kind=persoon;/",
    -1 },
  { "reactie,voornaam,achternaam,bewaren tot,toestemming\nA,Ria,Jansen,ooit,nee\n"
    "B,Jan,de Wit,,ja",
    "text=A;/text=B;name=Jan de Wit;consents/bewaren=1;kind=persoon;/",
    -1 },
  /* what a table or a vote adds */
  { "reactie,rol,tafel,eens,oneens,partners\nA,Bewoners,3,12,0,\"Portaal; De Sleutels\"",
    "text=A;role=bewoner;table=3;agree=12;disagree=0;partners=Portaal;partners=De Sleutels;/",
    -1 },
  /* rows of a form: those that nobody filled in, and questions, are none */
  { "rij-id,reactie,aantal\nvraag 1,Wat kan beter?,\nform-x/1/1,Meer groen,\nform-x/1/2,,3\n"
    ",,\n",
    "[form-x/1/1]text=Meer groen;/",
    -1 },
  { "reactie,onzin\nA,1\n,2\n", "text=A;/", -1 },
  { "reactie,datum\nA,1 oktober 2026\nB,12-mei-2026\nC,3 maart 2026 12:00\nD,9 May 2026",
    "text=A;date=2026-10-01;/text=B;date=2026-05-12;/text=C;date=2026-03-03;/"
    "text=D;date=2026-05-09;/",
    -1 },
  /* faults */
  { "reactie,datum\na,1-10-26", "Row 2, column datum: ", WIJK_GRID_ERROR_VALUE },
  { "reactie,datum\na,1 brumaire 2026", "Row 2, column datum: ", WIJK_GRID_ERROR_VALUE },
  { "reactie,rol\na,burgemeester", "Row 2, column rol: ", WIJK_GRID_ERROR_VALUE },
  { "reactie,toestemming,naam\na,\"ja, voor de krant\",Ria",
    "Row 2, column toestemming: ",
    WIJK_GRID_ERROR_VALUE },
  { "kanaal\npapier", "Row 1, column kanaal: ", WIJK_GRID_ERROR_HEADINGS },
  { "reactie,tekst\na,b", "Row 1, column tekst: ", WIJK_GRID_ERROR_HEADINGS },
  { "reactie,kanaal\n,papier", "Row 2, column reactie: ", WIJK_GRID_ERROR_VALUE },
  { "reactie,kanaal\na,duif", "Row 2, column kanaal: ", WIJK_GRID_ERROR_VALUE },
  { "reactie,datum\na,morgen", "Row 2, column datum: ", WIJK_GRID_ERROR_VALUE },
  { "reactie,datum\na,30-2-2026", "Row 2, column datum: ", WIJK_GRID_ERROR_VALUE },
  { "reactie,datum\na,1-10-2026x", "Row 2, column datum: ", WIJK_GRID_ERROR_VALUE },
  { "reactie,aantal\na,veel", "Row 2, column aantal: ", WIJK_GRID_ERROR_VALUE },
  { "reactie,aantal\na,0", "Row 2, column aantal: ", WIJK_GRID_ERROR_VALUE },
  { "reactie,aspect\na,geel", "Row 2, column aspect: ", WIJK_GRID_ERROR_VALUE },
  { "reactie,buurt\na,Meernwijk",
    "Row 2, column buurt: There is no area called “Meernwijk”; ",
    WIJK_GRID_ERROR_VALUE },
  { "reactie,buurt\na,Binnenstad",
    "Row 2, column buurt: There is more than one ",
    WIJK_GRID_ERROR_VALUE },
};

/* The remarks in @grid, as its headings say; the first fault, or error, in *@fault. */
static char *
map (const WijkGrid *grid, gboolean guess, char **fault, int *code)
{
  g_autofree WijkColumn *columns = wijk_column_propose (grid, guess);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = wijk_grid_to_remarks (grid, columns, faults, NULL, NULL, &error);
  GString *line = g_string_new (NULL);

  *code = error != NULL ? error->code : faults->len > 0 ? (int) WIJK_GRID_ERROR_VALUE : -1;
  *fault = g_strdup (error != NULL ? error->message : faults->len > 0 ? faults->pdata[0] : NULL);
  for (guint j = 0; rows != NULL && j < rows->len; j++)
    {
      const WijkGridRemark *row = rows->pdata[j];

      if (row->row != NULL)
        g_string_append_printf (line, "[%s]", row->row);
      append_edits (line, row->remark);
      append_edits (line, row->person);
      g_string_append_c (line, '/');
    }

  return g_string_free (line, FALSE);
}

static GPtrArray *
read_table (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  WijkGridReading reading = { 0 };
  GPtrArray *grids = wijk_grid_read (bytes, "a.csv", &reading, NULL, &error);

  g_assert_no_error (error);

  return grids;
}

static void
test_remarks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    {
      g_autoptr (GPtrArray) grids = read_table (remarks[i].text);
      g_autofree char *fault = NULL;
      int code;
      g_autofree char *line = map (grids->pdata[0], FALSE, &fault, &code);

      g_test_message ("%u: %s", i, fault != NULL ? fault : line);
      g_assert_cmpint (code, ==, remarks[i].code);
      if (code < 0)
        g_assert_cmpstr (line, ==, remarks[i].result);
      else
        g_assert_true (g_str_has_prefix (fault, remarks[i].result));
    }
}

/* ---- headings ---- */

static const struct
{
  const char *text;
  const char *strict;
  const char *guessed;
} headings[] = {
  { "Reactie;Datum;Wat;text|x;", "text date - -", "text date - -" },
  { "REACTIE ;E-mail adres;Naam", "text - name", "text contact name" },
  { "Opmerking;Datum van uw reactie;Reactie", "text - text", "text date -" },
  { "Wat vindt u van het groen in de wijk?;Tijdstempel\nIk zou graag meer bomen zien;1-1-2026",
    "- date",
    "text date" },
  { "a;b\n1;2", "- -", "- -" },
  { "rij-id;Reactie;Thema's;Wie sprak?;Eens;Oneens;Tafel",
    "row text themes role agree disagree table",
    "row text themes role agree disagree table" },
};

static char *
to_words (const WijkColumn *columns, guint n)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        words, "%s%s", i > 0 ? " " : "", wijk_column_get_info (columns[i])->word);

  return g_string_free (words, FALSE);
}

static void
test_headings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autoptr (GPtrArray) grids = read_table (headings[i].text);
      const WijkGrid *grid = grids->pdata[0];
      g_autofree WijkColumn *strict = wijk_column_propose (grid, FALSE);
      g_autofree WijkColumn *guessed = wijk_column_propose (grid, TRUE);
      g_autofree char *strict_words = to_words (strict, g_strv_length (grid->headings));
      g_autofree char *guessed_words = to_words (guessed, g_strv_length (grid->headings));

      g_assert_cmpstr (strict_words, ==, headings[i].strict);
      g_assert_cmpstr (guessed_words, ==, headings[i].guessed);
    }
}

/* Every column has a word of its own, and fields that there are. */
static void
test_columns (void)
{
  for (WijkColumn i = WIJK_COLUMN_NONE + 1; i < WIJK_N_COLUMNS; i++)
    {
      const WijkColumnInfo *info = wijk_column_get_info (i);
      g_auto (GStrv) names = g_strsplit (info->headings, "|", -1);

      g_assert_cmpint (wijk_column_from_word (info->word), ==, i);
      for (guint j = 0; names[j] != NULL; j++)
        g_assert_true (*names[j] == '\0' || wijk_column_find (names[j]) == i);
      if (info->key != NULL)
        g_assert_nonnull (wijk_kind_find_field (info->kind, info->key));
    }
  g_assert_cmpint (wijk_column_from_word ("onzin"), ==, WIJK_COLUMN_NONE);
}

/* All faults are named, up to a number that is worth reading, and the rest is still there. */
static void
test_faults (void)
{
  g_autoptr (GString) text = g_string_new ("reactie,datum,aantal\n");
  g_autoptr (GPtrArray) grids = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autofree WijkColumn *columns = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, i % 2 == 0 ? "a,gisteren,veel\n" : "b,,\n");
  grids = read_table (text->str);
  columns = wijk_column_propose (grids->pdata[0], FALSE);
  rows = wijk_grid_to_remarks (grids->pdata[0], columns, faults, NULL, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 100);
  g_assert_cmpuint (faults->len, ==, WIJK_GRID_MAX_FAULTS);
  g_assert_true (g_str_has_prefix (faults->pdata[0], "Row 2, column datum: "));
  g_assert_true (g_str_has_prefix (faults->pdata[1], "Row 2, column aantal: "));
  g_assert_true (g_str_has_prefix (faults->pdata[2], "Row 4, column datum: "));
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) grids = read_table ("reactie\na\n");
  g_autofree WijkColumn *columns = wijk_column_propose (grids->pdata[0], FALSE);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
      wijk_grid_to_remarks (grids->pdata[0], columns, faults, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/remarks/rows", test_remarks);
  g_test_add_func ("/exchange/remarks/headings", test_headings);
  g_test_add_func ("/exchange/remarks/columns", test_columns);
  g_test_add_func ("/exchange/remarks/faults", test_faults);
  g_test_add_func ("/exchange/remarks/cancelled", test_cancelled);

  return g_test_run ();
}
