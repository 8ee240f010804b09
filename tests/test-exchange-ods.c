/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-ods-write.h"

#include <stdio.h>
#include <string.h>

/* Two sheets with everything that a cell can be. */
static GBytes *
make_sample (const char *language)
{
  g_autoptr (WijkOdsWriter) writer = wijk_ods_writer_new (language, "Reacties <1> & meer");

  wijk_ods_writer_add_sheet (writer, "Alle reacties: [2026]/*?");
  wijk_ods_writer_add_column (writer, 22, WIJK_ODS_PLAIN);
  wijk_ods_writer_set_choices (writer, (const char *const[]) { "a \"b\"", "c;d", NULL });
  wijk_ods_writer_add_column (writer, 90.5, WIJK_ODS_WRAP);
  wijk_ods_writer_add_column (writer, 22, WIJK_ODS_HIDDEN);
  wijk_ods_writer_add_heading_row (writer);
  wijk_ods_writer_add_text (writer, "Nummer");
  wijk_ods_writer_add_text (writer, "Reactie");
  wijk_ods_writer_add_text (writer, "Rij");
  wijk_ods_writer_add_text (writer, "Datum");
  wijk_ods_writer_add_text (writer, "Bedrag");
  wijk_ods_writer_add_row (writer);
  wijk_ods_writer_add_integer (writer, -42);
  wijk_ods_writer_add_text (writer, "  Eén\tregel  met \"<&>\" \nen\r\nnog een\x01\x1b. ");
  wijk_ods_writer_add_text (writer, "=1+1");
  wijk_ods_writer_add_date (writer, "2026-10-01");
  wijk_ods_writer_add_money (writer, -1250005);
  wijk_ods_writer_add_row (writer);
  wijk_ods_writer_add_text (writer, NULL);
  wijk_ods_writer_add_text (writer, "");
  wijk_ods_writer_add_text (writer, "\xff");
  wijk_ods_writer_add_date (writer, "gisteren");
  wijk_ods_writer_add_money (writer, 5);
  wijk_ods_writer_add_row (writer);
  wijk_ods_writer_add_sheet (writer, "alle reacties   2026");
  wijk_ods_writer_add_sheet (writer, "Alle reacties   2026");
  wijk_ods_writer_add_row (writer);
  wijk_ods_writer_add_text (writer, "x");
  wijk_ods_writer_add_heading_row (writer);
  wijk_ods_writer_add_text (writer, "Slot");

  return wijk_ods_writer_finish (writer);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("not there: %s", part);
}

/* What is in the file, which is not packed: everything can be read as it stands. */
static char *
to_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = g_strndup ("", size);

  for (gsize i = 0; i < size; i++)
    text[i] = data[i] == '\0' ? ' ' : data[i];

  return text;
}

static void
test_cells (void)
{
  static const char *const parts[] = {
    "<table:table-cell table:style-name=\"heading\" office:value-type=\"string\">"
    "<text:p>Nummer</text:p></table:table-cell>",
    " office:value-type=\"float\" office:value=\"-42\" table:content-validation-name=",
    "<table:table-cell table:style-name=\"wrap\" office:value-type=\"string\"><text:p>"
    "<text:s text:c=\"2\"/>Eén<text:tab/>regel <text:s text:c=\"1\"/>met "
    "&quot;&lt;&amp;&gt;&quot;<text:s text:c=\"1\"/></text:p><text:p>en</text:p>"
    "<text:p>nog een.<text:s text:c=\"1\"/></text:p></table:table-cell>",
    " office:value-type=\"string\"><text:p>=1+1</text:p>",
    " office:value-type=\"date\" office:date-value=\"2026-10-01\"><text:p>1-10-2026</text:p>",
    " office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"-12500.05\">"
    "<text:p>€ -12.500,05</text:p>",
    " office:value=\"0.05\"><text:p>€ 0,05</text:p>",
    "<text:p>gisteren</text:p>",
    "<text:p>\xef\xbf\xbd</text:p>",
    "<table:table table:name=\"Alle reacties   2026\" ",
    "<table:table table:name=\"alle reacties   2026 2\" ",
    "<table:table table:name=\"Alle reacties   2026 3\" ",
    "<table:table-column table:style-name=\"w905\" table:default-cell-style-name=\"wrap\"/>"
    "<table:table-column table:style-name=\"w220\" table:default-cell-style-name=\"plain\""
    " table:visibility=\"collapse\"/>"
    "<table:table-column table:number-columns-repeated=\"2\"",
    "style:column-width=\"90.5mm\"",
    "<table:content-validation table:name=\"list1\" table:condition=\"of:cell-content-is-in-list("
    "&quot;a &quot;&quot;b&quot;&quot;&quot;;&quot;c;d&quot;)\"",
    " table:content-validation-name=\"list1\"><text:p>-42",
    "<dc:title>Reacties &lt;1&gt; &amp; meer</dc:title>",
  };
  g_autoptr (GBytes) bytes = make_sample ("nl");
  g_autofree char *text = to_text (bytes);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_has (text, parts[i]);
}

static void
test_headings (void)
{
  g_autoptr (GBytes) bytes = make_sample ("nl");
  g_autofree char *text = to_text (bytes);
  g_auto (GStrv) groups = g_strsplit (text, "<table:table-header-rows>", -1);
  g_auto (GStrv) ends = g_strsplit (text, "</table:table-header-rows>", -1);

  /* a heading below the first row is none that is repeated */
  g_assert_cmpuint (g_strv_length (groups), ==, 2);
  g_assert_cmpuint (g_strv_length (ends), ==, 2);
  g_assert_null (strstr (ends[0], "-42"));
}

/* Others know the file by its first bytes, and nobody can tell where or when it was made. */
static void
test_bytes (void)
{
  static const char type[] = "mimetype" WIJK_ODS_MEDIA_TYPE "PK";
  g_autoptr (GBytes) bytes = make_sample ("nl");
  g_autoptr (GBytes) again = make_sample ("nl");
  g_autoptr (GBytes) english = make_sample ("en");
  g_autofree char *text = to_text (english);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpmem (data, 4, "PK\3\4", 4);
  g_assert_cmpmem (data + 8, 2, "\0\0", 2);     /* stored */
  g_assert_cmpmem (data + 10, 4, "\0\0!\0", 4); /* the first day that a zip knows */
  g_assert_cmpmem (data + 30, strlen (type), type, strlen (type));
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_false (g_bytes_equal (bytes, english));
  assert_has (text, "<text:p>2026-10-01</text:p>");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  if (argc == 2) /* for looking at it in other programs */
    {
      g_autoptr (GBytes) bytes = make_sample ("nl");

      return !g_file_set_contents (
          argv[1], g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
    }
  g_test_add_func ("/exchange/ods/cells", test_cells);
  g_test_add_func ("/exchange/ods/headings", test_headings);
  g_test_add_func ("/exchange/ods/bytes", test_bytes);

  return g_test_run ();
}
