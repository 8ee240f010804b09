/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "wijk-paste.h"
#include "wijk-spreadsheet.h"
#include "wijk-xlsx-private.h"
#include "wijk-xml-walk.h"

typedef struct
{
  char *name;
  char *relation;
} SheetOf;

typedef struct
{
  GPtrArray *sheets;     /* of SheetOf: those that are shown, in order */
  GHashTable *relations; /* id -> name of a part */
  gboolean from_1904;
} Workbook;

static void
sheet_of_free (SheetOf *sheet)
{
  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet);
}

static void
nothing_end_cb (const char *name, gpointer data, GError **error)
{
}

static void
nothing_text_cb (const char *text, gsize length, gpointer data)
{
}

static gboolean
is_true (const char *value)
{
  return value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
}

static void
book_start_cb (
    const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Workbook *w = data;
  const char *state = wijk_xml_find (names, values, "state");
  const char *relation = wijk_xml_find (names, values, "id");
  const char *title = wijk_xml_find (names, values, "name");
  SheetOf *sheet;

  if (g_str_equal (name, "workbookPr"))
    w->from_1904 = is_true (wijk_xml_find (names, values, "date1904"));
  if (!g_str_equal (name, "sheet") || relation == NULL || title == NULL ||
      (state != NULL && !g_str_equal (state, "visible")))
    return;
  sheet = g_new0 (SheetOf, 1);
  sheet->name = wijk_text_clean_paste (title, -1);
  sheet->relation = g_strdup (relation);
  g_ptr_array_add (w->sheets, sheet);
}

static void
relation_start_cb (
    const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Workbook *w = data;
  const char *id = wijk_xml_find (names, values, "Id");
  const char *target = wijk_xml_find (names, values, "Target");

  if (!g_str_equal (name, "Relationship") || id == NULL || target == NULL)
    return;
  g_hash_table_insert (w->relations,
                       g_strdup (id),
                       *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
}

static gboolean
read_sheets (const Workbook *w,
             const WijkXlsxBook *book,
             GHashTable *parts,
             WijkGridBuild *build,
             GCancellable *cancellable,
             GError **error)
{
  for (guint i = 0; i < w->sheets->len; i++)
    {
      const SheetOf *sheet = w->sheets->pdata[i];
      const char *part = g_hash_table_lookup (w->relations, sheet->relation);
      GBytes *bytes = part != NULL ? g_hash_table_lookup (parts, part) : NULL;

      if (bytes == NULL) /* a sheet that is only a chart */
        continue;
      if (!wijk_grid_build_begin (build, sheet->name, error))
        return FALSE;
      if (!wijk_xlsx_read_sheet (bytes, book, build, cancellable, error))
        {
          if ((*error)->domain == WIJK_GRID_ERROR && w->sheets->len > 1)
            g_prefix_error (error, "%s: ", sheet->name);
          return FALSE;
        }
      wijk_grid_build_end (build);
    }

  return TRUE;
}

static gboolean
read_book (GHashTable *parts, WijkXlsxBook *book, GCancellable *cancellable, GError **error)
{
  GBytes *strings = g_hash_table_lookup (parts, "xl/sharedStrings.xml");
  GBytes *styles = g_hash_table_lookup (parts, "xl/styles.xml");

  if (strings != NULL)
    book->strings = wijk_xlsx_read_strings (strings, cancellable, error);
  if (strings != NULL && book->strings == NULL)
    return FALSE;
  if (styles != NULL)
    book->formats = wijk_xlsx_read_formats (styles, cancellable, error);

  return styles == NULL || book->formats != NULL;
}

gboolean
wijk_xlsx_read (GHashTable *parts, WijkGridBuild *build, GCancellable *cancellable, GError **error)
{
  static const WijkXmlWalker books = { book_start_cb, nothing_end_cb, nothing_text_cb };
  static const WijkXmlWalker relations = { relation_start_cb, nothing_end_cb, nothing_text_cb };
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_of_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GBytes *relation_part = g_hash_table_lookup (parts, "xl/_rels/workbook.xml.rels");
  Workbook w = { .sheets = sheets, .relations = known };
  WijkXlsxBook book = { 0 };
  gboolean ok;

  ok = wijk_xml_walk (
           g_hash_table_lookup (parts, "xl/workbook.xml"), &books, &w, cancellable, error) &&
       (relation_part == NULL || wijk_xml_walk (relation_part, &relations, &w, cancellable, error));
  book.from_1904 = w.from_1904;
  ok = ok && read_book (parts, &book, cancellable, error) &&
       read_sheets (&w, &book, parts, build, cancellable, error);
  g_clear_pointer (&book.strings, g_ptr_array_unref);
  g_clear_pointer (&book.formats, g_array_unref);

  return ok;
}
