/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-grid-merge.h"
#include "wijk-xlsx-private.h"
#include "wijk-xml-walk.h"

#define MAX_ROW 1048576
#define MAX_COLUMN 16384

typedef struct
{
  const WijkXlsxBook *book;
  WijkGridBuild *build;
  WijkGridMerges *merges;
  GPtrArray *cells; /* of the row at hand */
  guint row;        /* from 1; 0 before the first */
  guint column;     /* of the cell at hand, from 0 */
  guint next;       /* the column of a cell that does not say where it is */
  char *type;
  guint style;
  GString *text;
  gboolean in_value; /* v, or t of an inline text */
  gboolean in_phonetic;
} Sheet;

/* "BC12": the column from 0, and the row from 1; FALSE if it is nothing of that kind. */
static gboolean
parse_place (const char *place, guint *column, guint *row)
{
  guint64 number = 0;
  guint letters = 0;

  for (; g_ascii_isalpha (*place) && letters <= MAX_COLUMN; place++)
    letters = letters * 26 + (guint) (g_ascii_toupper (*place) - 'A') + 1;
  if (letters == 0 || letters > MAX_COLUMN ||
      !g_ascii_string_to_unsigned (place, 10, 1, MAX_ROW, &number, NULL))
    return FALSE;
  *column = letters - 1;
  *row = (guint) number;

  return TRUE;
}

static void
begin_row (Sheet *s, const char **names, const char **values)
{
  guint row = wijk_xml_find_number (names, values, "r", MAX_ROW, 0);

  s->row = row > s->row ? row : s->row + 1;
  s->next = 0;
  g_ptr_array_set_size (s->cells, 0);
}

static void
begin_cell (Sheet *s, const char **names, const char **values)
{
  const char *place = wijk_xml_find (names, values, "r");
  guint row;

  s->column = s->next;
  if (place != NULL && parse_place (place, &s->column, &row) && s->column < s->next)
    s->column = s->next; /* two at one place */
  s->next = s->column + 1;
  g_set_str (&s->type, wijk_xml_find (names, values, "t"));
  s->style = wijk_xml_find_number (names, values, "s", G_MAXINT, G_MAXUINT);
  g_string_truncate (s->text, 0);
}

static char *
show_cell (Sheet *s)
{
  const char *type = s->type != NULL ? s->type : "n";
  const char *text = s->text->str;
  GArray *formats = s->book->formats;
  guint64 number;

  if (g_str_equal (type, "s"))
    return s->book->strings != NULL && s->book->strings->len > 0 &&
                   g_ascii_string_to_unsigned (
                       text, 10, 0, s->book->strings->len - 1, &number, NULL)
               ? g_strdup (s->book->strings->pdata[number])
               : NULL;
  if (g_str_equal (type, "b"))
    return g_strdup (g_str_equal (text, "1") ? "ja" : "nee");
  if (!g_str_equal (type, "n"))
    return wijk_xlsx_clean_text (text);

  return wijk_xlsx_show_number (text,
                                formats != NULL && s->style < formats->len
                                    ? g_array_index (formats, WijkXlsxFormat, s->style)
                                    : WIJK_XLSX_NUMBER,
                                s->book->from_1904);
}

static void
end_cell (Sheet *s, GError **error)
{
  g_autofree char *text = s->text->len > 0 ? show_cell (s) : NULL;

  if (text == NULL || *g_strstrip (text) == '\0' ||
      !wijk_grid_check_cell (s->row, s->column, text, error))
    return;
  if (s->column >= WIJK_GRID_MAX_COLUMNS)
    {
      (void) wijk_grid_refuse_cell (
          s->row, s->column, WIJK_GRID_ERROR_TOO_LARGE, _ ("The row has too many cells."), error);
      return;
    }
  while (s->cells->len < s->column)
    g_ptr_array_add (s->cells, NULL);
  g_ptr_array_add (s->cells, g_steal_pointer (&text));
}

static void
start_cb (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Sheet *s = data;

  s->in_value = FALSE;
  if (g_str_equal (name, "row"))
    begin_row (s, names, values);
  else if (g_str_equal (name, "c"))
    begin_cell (s, names, values);
  else if (g_str_equal (name, "rPh"))
    s->in_phonetic = TRUE;
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    s->in_value = !s->in_phonetic;
  else if (g_str_equal (name, "mergeCell"))
    {
      const char *area = wijk_xml_find (names, values, "ref");
      const char *colon = area != NULL ? strchr (area, ':') : NULL;
      g_autofree char *from = colon != NULL ? g_strndup (area, (gsize) (colon - area)) : NULL;
      guint left, top, right, bottom;

      if (from != NULL && parse_place (from, &left, &top) &&
          parse_place (colon + 1, &right, &bottom))
        wijk_grid_merges_add (s->merges, left, top, bottom);
    }
}

static void
end_cb (const char *name, gpointer data, GError **error)
{
  Sheet *s = data;

  s->in_value = FALSE;
  if (g_str_equal (name, "rPh"))
    s->in_phonetic = FALSE;
  else if (g_str_equal (name, "c"))
    end_cell (s, error);
  else if (g_str_equal (name, "row"))
    (void) wijk_grid_build_add (s->build, s->row, s->cells, error);
}

static void
text_cb (const char *text, gsize length, gpointer data)
{
  Sheet *s = data;

  if (s->in_value)
    g_string_append_len (s->text, text, (gssize) length);
}

gboolean
wijk_xlsx_read_sheet (GBytes *bytes,
                      const WijkXlsxBook *book,
                      WijkGridBuild *build,
                      GCancellable *cancellable,
                      GError **error)
{
  static const WijkXmlWalker walker = { start_cb, end_cb, text_cb };
  Sheet s = { .book = book, .build = build };
  gboolean ok;

  s.merges = wijk_grid_merges_new ();
  s.cells = g_ptr_array_new_with_free_func (g_free);
  s.text = g_string_new (NULL);
  ok = wijk_xml_walk (bytes, &walker, &s, cancellable, error) &&
       wijk_grid_merges_apply (s.merges, build, error);
  wijk_grid_merges_free (s.merges);
  g_ptr_array_unref (s.cells);
  g_string_free (s.text, TRUE);
  g_free (s.type);

  return ok;
}
