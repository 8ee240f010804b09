/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "wijk-grid.h"
#include "wijk-ods-write.h"
#include "wijk-zip-write.h"

/* ---- files ---- */

typedef struct
{
  const char *name;
  const char *text;
} Part;

static GBytes *
make_zip (const Part *parts, guint n_parts)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  WijkZipEntry entries[8];

  for (guint i = 0; i < n_parts; i++)
    {
      GBytes *bytes = g_bytes_new_static (parts[i].text, strlen (parts[i].text));

      g_ptr_array_add (all, bytes);
      entries[i] = (WijkZipEntry) { parts[i].name, bytes };
    }

  return wijk_zip_write (entries, n_parts);
}

#define BOOK                                                                                       \
  "<workbook><workbookPr/><sheets><sheet name='Blad &amp; 1' sheetId='1' r:id='a'/></sheets>"      \
  "</workbook>"
#define RELATIONS                                                                                  \
  "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/>"                           \
  "<Relationship Id='b' Target='/xl/worksheets/b.xml'/></Relationships>"

/* A workbook with one sheet. Any part may be NULL. */
static GBytes *
make_xlsx (const char *sheet, const char *strings, const char *styles, const char *book)
{
  Part parts[8] = { { "[Content_Types].xml", "<Types/>" },
                    { "xl/workbook.xml", book != NULL ? book : BOOK },
                    { "xl/_rels/workbook.xml.rels", RELATIONS },
                    { "xl/worksheets/sheet1.xml", sheet } };
  guint n = 4;

  if (strings != NULL)
    parts[n++] = (Part) { "xl/sharedStrings.xml", strings };
  if (styles != NULL)
    parts[n++] = (Part) { "xl/styles.xml", styles };

  return make_zip (parts, n);
}

/* @before: what stands before the tables. */
static GBytes *
make_ods (const char *before, const char *tables)
{
  g_autofree char *content = g_strconcat ("<?xml version='1.0'?><office:document-content>",
                                          before != NULL ? before : "",
                                          "<office:body><office:spreadsheet>",
                                          tables,
                                          "</office:spreadsheet></office:body>"
                                          "</office:document-content>",
                                          NULL);
  const Part parts[] = { { "mimetype", WIJK_ODS_MEDIA_TYPE }, { "content.xml", content } };

  return make_zip (parts, 2);
}

/* All sheets in one line: "name: heading|heading / 2: cell|cell". */
static char *
to_line (GPtrArray *grids)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < grids->len; i++)
    {
      const WijkGrid *grid = grids->pdata[i];
      g_autofree char *headings = g_strjoinv ("|", grid->headings);

      g_string_append_printf (line, "%s%s: %s", i > 0 ? " // " : "", grid->name, headings);
      for (guint j = 0; j < grid->rows->len; j++)
        {
          const WijkGridRow *row = grid->rows->pdata[j];
          g_autofree char *cells = g_strjoinv ("|", row->cells);

          g_string_append_printf (line, " / %u: %s", row->number, cells);
        }
    }

  return g_string_free (line, FALSE);
}

static GPtrArray *
read_file (GBytes *bytes, GError **error)
{
  WijkGridReading reading = { 0 };
  GPtrArray *grids = wijk_grid_read (bytes, "a.bin", &reading, NULL, error);

  g_assert_cmpint (reading.form, ==, WIJK_GRID_SHEETS);

  return grids;
}

static void
assert_reads (GBytes *bytes, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) grids = read_file (bytes, &error);
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  line = to_line (grids);
  g_assert_cmpstr (line, ==, expected);
}

static void
assert_refused (GBytes *bytes, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) grids = read_file (bytes, &error);

  g_assert_null (grids);
  g_test_message ("%s", error->message);
  g_assert_error (error, WIJK_GRID_ERROR, code);
  g_assert_nonnull (strstr (error->message, message));
}

/* ---- XLSX ---- */

#define HEAD "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c></row>"

static const struct
{
  const char *sheet;
  const char *strings;
  const char *styles;
  const char *book;
  const char *line;
} workbooks[] = {
  /* shared strings: plain, in runs, with its sound, with signs that XML cannot have */
  { "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' "
    "t='s'><v>1</v></c></row>"
    "<row r='3'><c r='A3' t='s'><v>2</v></c><c r='B3' t='s'><v>3</v></c><c r='C3' "
    "t='s'><v>9</v></c>"
    "</row></sheetData></worksheet>",
    "<sst><si><t>een &lt;1&gt;</t></si><si><r><t "
    "xml:space='preserve'>tw</t></r><r><t>ee</t></r></si>"
    "<si><t>drie</t><rPh><t>DRIE</t></rPh></si><si><t>x_x000D__x000a_y_x0001_ "
    "_x00zz_</t></si></sst>",
    NULL,
    NULL,
    "Blad & 1: een <1>||twee / 3: drie|x\ny _x00zz_|" },
  /* inline texts, truth, what formulas gave, errors, cells and rows that do not say where */
  { "<worksheet><sheetData><row>" /* */
    "<c t='inlineStr'><is><t>a</t></is></c><c t='str'><f>B9</f><v>b</v></c></row>"
    "<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c></row>"
    "<row><c t='e'><v>#N/A</v></c><c><v>1.50</v></c></row></sheetData></worksheet>",
    NULL,
    NULL,
    NULL,
    "Blad & 1: a|b / 2: ja|nee / 3: #N/A|1.5" },
  /* prefixes of names */
  { "<x:worksheet xmlns:x='u'><x:sheetData><x:row r='2'><x:c r='B2'><x:v>3</x:v></x:c></x:row>"
    "</x:sheetData></x:worksheet>",
    NULL,
    NULL,
    "<x:workbook><x:sheets><x:sheet name='S' r:id='a'/></x:sheets></x:workbook>",
    "S: |3" },
  /* numbers */
  { "<worksheet><sheetData><row r='1'><c><v>3.0000000000000001E-2</v></c><c><v>1E3</v></c>"
    "<c><v>-0</v></c><c><v>0.1</v></c><c><v>123456789012</v></c><c><v>1e300</v></c><c><v>nan</v></"
    "c>"
    "<c><v>inf</v></c></row></sheetData></worksheet>",
    NULL,
    NULL,
    NULL,
    "Blad & 1: 0.03|1000|0|0.1|123456789012|1e+300|nan|inf" },
  /* dates: a known number, codes of the file's own, times, what is no date */
  { "<worksheet><sheetData>" HEAD "<row r='2'><c s='0'><v>46296</v></c><c s='1'><v>46296</v></c><c "
    "s='2'><v>46296.5729166667</v></c>"
    "<c s='3'><v>0.75</v></c><c s='4'><v>46296</v></c><c s='5'><v>46296</v></c><c "
    "s='99'><v>5</v></c>"
    "</row><row r='3'><c s='1'><v>59</v></c><c s='1'><v>61</v></c><c s='1'><v>-1</v></c>"
    "<c s='1'><v>46295.99999</v></c><c s='6'><v>1.5</v></c><c t='d'><v>2026-10-01</v></c></row>"
    "</sheetData></worksheet>",
    NULL,
    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-413]d\\ mmmm\\ yyyy;@'/>"
    "<numFmt numFmtId='165' formatCode='\"dag\" 0'/><numFmt numFmtId='166' formatCode='[Red]0'/>"
    "<numFmt numFmtId='167' formatCode='[h]:mm'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
    "<xf numFmtId='164'/><xf numFmtId='20'/><xf numFmtId='165'/><xf numFmtId='166'/>"
    "<xf numFmtId='167'/></cellXfs></styleSheet>",
    NULL,
    "Blad & 1: a|||||| / 2: 46296|2026-10-01|2026-10-01 13:45|18:00|46296|46296|5"
    " / 3: 1900-02-28|1900-03-01|-1|2026-10-01|1.5|2026-10-01|" },
  { "<worksheet><sheetData>" HEAD
    "<row r='2'><c s='0'><v>44834</v></c></row></sheetData></worksheet>",
    NULL,
    "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>",
    "<workbook><workbookPr date1904='1'/><sheets><sheet name='S' r:id='a'/></sheets></workbook>",
    "S: a / 2: 2026-10-01" },
  /* merged downwards: it goes for all rows; to the side: for the first cell */
  { "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>"
    "<row r='2'><c r='A2'><v>7</v></c><c r='B2'><v>1</v></c></row><row r='3'><c "
    "r='B3'><v>2</v></c></row>"
    "<row r='4'><c r='B4'><v>3</v></c></row></sheetData><mergeCells><mergeCell ref='A2:A3'/>"
    "<mergeCell ref='B4:D4'/><mergeCell ref='onzin'/><mergeCell "
    "ref='A9:A1'/></mergeCells></worksheet>",
    NULL,
    NULL,
    NULL,
    "Blad & 1: 1|2 / 2: 7|1 / 3: 7|2 / 4: |3" },
  /* a title above the headings */
  { "<worksheet><sheetData><row r='1'><c t='str'><v>Avond 1</v></c></row><row r='3'><c t='str'>"
    "<v>Nr</v></c><c t='str'><v>Reactie</v></c></row><row r='4'><c><v>1</v></c><c t='str'><v>Te "
    "hard</v>"
    "</c></row></sheetData></worksheet>",
    NULL,
    NULL,
    NULL,
    "Blad & 1: Nr|Reactie / 4: 1|Te hard" },
  /* a sheet that is hidden, one that is a chart, one elsewhere that is empty */
  { "<worksheet><sheetData>" HEAD "</sheetData></worksheet>",
    NULL,
    NULL,
    "<workbook><sheets><sheet name='H' state='hidden' r:id='a'/><sheet name='C' r:id='z'/>"
    "<sheet name='S' state='visible' r:id='a'/></sheets></workbook>",
    "S: a" },
};

static void
test_xlsx (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (workbooks); i++)
    {
      g_autoptr (GBytes) bytes = make_xlsx (
          workbooks[i].sheet, workbooks[i].strings, workbooks[i].styles, workbooks[i].book);

      g_test_message ("%u", i);
      assert_reads (bytes, workbooks[i].line);
    }
}

/* ---- ODS ---- */

#define CELL(text)                                                                                 \
  "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TABLE(name, rows) "<table:table table:name='" name "'>" rows "</table:table>"

static const struct
{
  const char *before;
  const char *tables;
  const char *line;
} documents[] = {
  { NULL, TABLE ("S", ROW (CELL ("a") CELL ("b")) ROW (CELL ("1") CELL (""))), "S: a|b / 2: 1|" },
  /* texts */
  { NULL,
    TABLE ("S",
           ROW (CELL (
               "a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p><text:p>"
               "<text:span>e</text:span><text:a xlink:href='http://x'>f</text:a>") "<table:table-"
                                                                                   "cell><office:"
                                                                                   "annotation><"
                                                                                   "text:p>nee</"
                                                                                   "text:p></"
                                                                                   "office:"
                                                                                   "annotation>"
                                                                                   "<draw:frame><"
                                                                                   "text:p>nee</"
                                                                                   "text:p></"
                                                                                   "draw:frame><"
                                                                                   "text:p>ja</"
                                                                                   "text:p>"
                                                                                   "</"
                                                                                   "table:table-"
                                                                                   "cell>")),
    "S: a   b\tc\nd\nef|ja" },
  /* values */
  { NULL,
    TABLE ("S",
           ROW ("<table:table-cell office:value-type='float' office:value='2.50' "
                "calcext:value-type='float'><text:p>2,5</text:p></table:table-cell>"
                "<table:table-cell office:value-type='percentage' office:value='0.5'/>"
                "<table:table-cell office:value-type='currency' "
                "office:value='1250'><text:p>€</text:p>"
                "</table:table-cell>"
                "<table:table-cell office:value-type='date' office:date-value='2026-10-01'/>"
                "<table:table-cell office:value-type='date' "
                "office:date-value='2026-10-01T13:45:10'/>"
                "<table:table-cell office:value-type='date' "
                "office:date-value='2026-10-01T00:00:00'/>"
                "<table:table-cell office:value-type='time' office:time-value='PT09H05M00S'/>"
                "<table:table-cell office:value-type='time' office:time-value='PT'/>"
                "<table:table-cell office:value-type='boolean' office:boolean-value='true'/>"
                "<table:table-cell office:value-type='boolean' office:boolean-value='false'/>")),
    "S: 2.5|0.5|1250|2026-10-01|2026-10-01 13:45|2026-10-01|09:05|00:00|ja|nee" },
  /* repeats, as programs write them at the end */
  { NULL,
    TABLE ("S",
           ROW (CELL ("a") CELL ("b") CELL ("c")) ROW ("<table:table-cell "
                                                       "table:number-columns-repeated='2' "
                                                       "office:value-type='string'>"
                                                       "<text:p>x</text:p></table:table-cell>"
                                                       "<table:table-cell "
                                                       "table:number-columns-repeated='16382'/"
                                                       ">") "<table:table-row "
                                                            "table:number-rows-repeated='2'"
                                                            ">" CELL ("y") "</"
                                                                           "table:table-row><"
                                                                           "table:table-row "
                                                                           "table:number-rows-"
                                                                           "repeated='1048000'>"
                                                                           "<table:table-cell "
                                                                           "table:number-"
                                                                           "columns-repeated='"
                                                                           "16384'/></"
                                                                           "table:table-row>"),
    "S: a|b|c / 2: x|x| / 3: y|| / 4: y||" },
  /* merged, groups, rows of headings */
  { NULL,
    TABLE ("S",
           "<table:table-header-rows>" ROW (CELL ("a") CELL (
               "b")) "</table:table-header-rows>"
                     "<table:table-row-group>" ROW ("<table:table-cell "
                                                    "table:number-rows-spanned='2'><text:p>m<"
                                                    "/text:p></table:table-cell>" CELL ("1"))
                         ROW ("<table:covered-table-cell/>" CELL (
                             "2")) "</table:table-row-group>" ROW ("<table:table-cell/"
                                                                   ">" CELL ("3"))),
    "S: a|b / 2: m|1 / 3: m|2 / 4: |3" },
  /* hidden sheets, changes that are tracked, tables in a cell */
  { "<office:automatic-styles><style:style style:name='h'><style:table-properties"
    " table:display='false'/></style:style></office:automatic-styles>",
    "<table:tracked-changes><table:table-cell><text:p>nee</text:p></table:table-cell>"
    "</table:tracked-changes>"
    "<table:table table:name='H' table:style-name='h'>" ROW (CELL ("nee")) "</table:table>" TABLE (
        "S",
        ROW ("<table:table-cell><table:table>" ROW (
            CELL ("nee")) "</table:table>"
                          "<text:p>ja</text:p></table:table-cell>"))
        TABLE ("Leeg", "<table:table-row/>") TABLE ("T", ROW (CELL ("t"))),
    "S: ja // T: t" },
};

static void
test_ods (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) bytes = make_ods (documents[i].before, documents[i].tables);

      g_test_message ("%u", i);
      assert_reads (bytes, documents[i].line);
    }
}

/* What we write ourselves comes back as it was. */
static void
test_own (void)
{
  g_autoptr (WijkOdsWriter) writer = wijk_ods_writer_new ("nl", NULL);
  g_autoptr (GBytes) bytes = NULL;

  wijk_ods_writer_add_sheet (writer, "Blad");
  wijk_ods_writer_add_column (writer, 30, WIJK_ODS_HIDDEN);
  wijk_ods_writer_add_heading_row (writer);
  for (guint i = 0; i < 4; i++)
    wijk_ods_writer_add_text (writer, "k");
  wijk_ods_writer_add_row (writer);
  wijk_ods_writer_add_text (writer, "een  twee\tdrie\n \nvier <&>");
  wijk_ods_writer_add_integer (writer, 7);
  wijk_ods_writer_add_date (writer, "2026-10-01");
  wijk_ods_writer_add_money (writer, -1250);
  bytes = wijk_ods_writer_finish (writer);
  assert_reads (bytes, "Blad: k|k|k|k / 2: een  twee\tdrie\n \nvier <&>|7|2026-10-01|-12.5");
}

/* ---- hostile ---- */

#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"

static void
test_damaged (void)
{
  static const char *const sheets[] = {
    "",
    "<worksheet>",
    SHEET ("<row></c></row>"),
    SHEET ("<row><c><v>\xff</v></c></row>"),
    "<!DOCTYPE w [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><worksheet>&b;</worksheet>",
    SHEET ("<row><c><v>&lol;</v></c></row>"),
    "\xff\xfe<\0w\0",
  };
  static const char compound[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on";
  g_autoptr (GBytes) old = g_bytes_new_static (compound, sizeof compound);
  g_autoptr (GBytes) other = make_zip ((Part[]) { { "word/document.xml", "<w/>" } }, 1);
  g_autoptr (GBytes) headless = make_zip ((Part[]) { { "mimetype", WIJK_ODS_MEDIA_TYPE } }, 1);
  g_autoptr (GBytes) twice =
      make_zip ((Part[]) { { "xl/workbook.xml", BOOK }, { "xl/workbook.xml", BOOK } }, 2);
  g_autoptr (GBytes) empty = make_xlsx (SHEET (""), NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GBytes) bytes = make_xlsx (sheets[i], NULL, NULL, NULL);

      assert_refused (bytes, WIJK_GRID_ERROR_TEXT, "damaged");
    }
  assert_refused (old, WIJK_GRID_ERROR_LOCKED, "password");
  assert_refused (other, WIJK_GRID_ERROR_TEXT, "not a table");
  assert_refused (headless, WIJK_GRID_ERROR_TEXT, "damaged");
  assert_refused (twice, WIJK_GRID_ERROR_TEXT, "damaged");
  assert_refused (empty, WIJK_GRID_ERROR_HEADINGS, "empty");
}

/* Cut off anywhere, it is refused or what is left of it is read; it never ends badly. */
static void
test_cut (void)
{
  g_autoptr (GBytes) xlsx = make_xlsx (workbooks[0].sheet, workbooks[0].strings, NULL, NULL);
  g_autoptr (GBytes) ods = make_ods (NULL, documents[0].tables);
  GBytes *files[] = { xlsx, ods };
  guint n_refused = 0;

  for (guint f = 0; f < 2; f++)
    for (gsize n = 8; n < g_bytes_get_size (files[f]); n += 7)
      {
        g_autoptr (GBytes) cut = g_bytes_new_from_bytes (files[f], 0, n);
        g_autoptr (GPtrArray) grids = read_file (cut, NULL);

        n_refused += grids == NULL;
      }
  g_assert_cmpuint (n_refused, >, 100);
}

static void
test_deep (void)
{
  g_autoptr (GString) sheet = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (sheet, "<a>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (sheet, "</a>");
  bytes = make_xlsx (sheet->str, NULL, NULL, NULL);
  assert_refused (bytes, WIJK_GRID_ERROR_TEXT, "damaged");
}

/* Repeats that would fill any memory. */
static void
test_repeats (void)
{
  static const char *const tables[] = {
    TABLE ("S",
           ROW ("<table:table-cell table:number-columns-repeated='99999999999'"
                " office:value-type='string'><text:p>x</text:p></table:table-cell>")),
    TABLE (
        "S",
        "<table:table-row table:number-rows-repeated='1048576'>" CELL ("x") "</table:table-row>"),
    TABLE ("S",
           ROW (CELL ("k")) "<table:table-row table:number-rows-repeated='190000'>"
                            "<table:table-cell table:number-columns-repeated='199' "
                            "office:value-type='string'>"
                            "<text:p>x</text:p></table:table-cell></table:table-row>"),
  };
  g_autofree char *long_text = g_strnfill (900000, 'x');
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData><row r='1'><c><v>1</v></c></row>"
                                            "<row r='2'><c t='str'><v>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) cell = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GBytes) file = make_ods (NULL, tables[i]);

      assert_refused (file, WIJK_GRID_ERROR_TOO_LARGE, "too many");
    }
  /* one long text, merged over many rows */
  g_string_append_printf (sheet, "%s</v></c></row>", long_text);
  for (guint i = 3; i < 1000; i++)
    g_string_append_printf (sheet, "<row r='%u'><c r='B%u'><v>1</v></c></row>", i, i);
  g_string_append (sheet,
                   "</sheetData><mergeCells><mergeCell ref='A2:A900'/></mergeCells></worksheet>");
  bytes = make_xlsx (sheet->str, NULL, NULL, NULL);
  assert_refused (bytes, WIJK_GRID_ERROR_TOO_LARGE, "column A");
  /* a cell that is too long, named */
  g_string_assign (sheet, "<worksheet><sheetData><row r='7'><c r='C7' t='str'><v>");
  g_string_append_printf (
      sheet, "%s%s</v></c></row></sheetData></worksheet>", long_text, long_text);
  cell = make_xlsx (sheet->str, NULL, NULL, NULL);
  assert_refused (cell, WIJK_GRID_ERROR_TOO_LARGE, "Row 7, column C");
}

static void
add_deflated (struct archive *archive, const char *name, const char *text, guint n_times)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_times; i++)
    archive_write_data (archive, text, strlen (text));
  archive_entry_free (entry);
}

/* 300 MB in some hundred kB, and behind a password. */
static GBytes *
make_packed (const char *options, guint n_times)
{
  gsize size = 4 * 1024 * 1024, used = 0;
  g_autofree char *buffer = g_malloc (size);
  g_autofree char *zeros = g_strnfill (1024 * 1024, ' ');
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, options);
  archive_write_set_passphrase (archive, "geheim");
  archive_write_open_memory (archive, buffer, size, &used);
  add_deflated (archive, "xl/workbook.xml", BOOK, 1);
  add_deflated (archive, "xl/_rels/workbook.xml.rels", RELATIONS, 1);
  add_deflated (archive, "xl/worksheets/sheet1.xml", zeros, n_times);
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new (buffer, used);
}

static void
test_packed (void)
{
  g_autoptr (GBytes) bomb = make_packed ("zip:compression=deflate", 300);
  g_autoptr (GBytes) locked = make_packed ("zip:compression=store,zip:encryption=zipcrypt", 1);
  const Part parts[] = {
    { "mimetype", WIJK_ODS_MEDIA_TYPE },
    { "META-INF/manifest.xml",
      "<manifest:manifest><manifest:file-entry manifest:full-path='content.xml'>"
      "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>" },
    { "content.xml", "\x01\x02" }
  };
  g_autoptr (GBytes) secret = make_zip (parts, 3);

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 1024 * 1024);
  assert_refused (bomb, WIJK_GRID_ERROR_TOO_LARGE, "unpacks");
  assert_refused (locked, WIJK_GRID_ERROR_LOCKED, "password");
  assert_refused (secret, WIJK_GRID_ERROR_LOCKED, "password");
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = make_xlsx (workbooks[0].sheet, NULL, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  WijkGridReading reading = { 0 };

  g_cancellable_cancel (cancellable);
  g_assert_null (wijk_grid_read (bytes, "a.xlsx", &reading, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Any byte may be another. */
static void
test_random (void)
{
  g_autoptr (GBytes) xlsx =
      make_xlsx (workbooks[4].sheet, workbooks[0].strings, workbooks[4].styles, NULL);
  g_autoptr (GBytes) ods = make_ods (documents[5].before, documents[5].tables);
  GBytes *files[] = { xlsx, ods };

  for (guint i = 0; i < 4000; i++)
    {
      gsize size;
      const char *data = g_bytes_get_data (files[i % 2], &size);
      char *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) grids = NULL;
      WijkGridReading reading = { 0 };

      for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
        copy[g_test_rand_int_range (0, (gint32) size)] = (char) g_test_rand_int_range (0, 256);
      bytes = g_bytes_new_take (copy, size);
      grids = wijk_grid_read (bytes, "a.xlsx", &reading, NULL, NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/sheets/xlsx", test_xlsx);
  g_test_add_func ("/exchange/sheets/ods", test_ods);
  g_test_add_func ("/exchange/sheets/own", test_own);
  g_test_add_func ("/exchange/sheets/damaged", test_damaged);
  g_test_add_func ("/exchange/sheets/cut", test_cut);
  g_test_add_func ("/exchange/sheets/deep", test_deep);
  g_test_add_func ("/exchange/sheets/repeats", test_repeats);
  g_test_add_func ("/exchange/sheets/packed", test_packed);
  g_test_add_func ("/exchange/sheets/cancelled", test_cancelled);
  g_test_add_func ("/exchange/sheets/random", test_random);

  return g_test_run ();
}
