/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-grid-merge.h"
#include "wijk-number.h"
#include "wijk-paste.h"
#include "wijk-spreadsheet.h"
#include "wijk-xml-walk.h"

#define MAX_ROW 1048576
#define MAX_COLUMN 16384

typedef struct
{
  WijkGridBuild *build;
  WijkGridMerges *merges;
  GHashTable *hidden; /* names of the styles of sheets that are not shown */
  char *style;        /* being read */

  guint skipped;     /* depth inside what is no part of a table: comments, drawings, changes */
  gboolean in_sheet; /* one that is shown */
  gboolean in_cell;
  guint n_paragraphs;
  gboolean in_paragraph;
  guint row;        /* from 1 */
  guint n_rows;     /* so many rows are as this one */
  GPtrArray *cells; /* of the row at hand */
  guint column;     /* from 0 */
  guint n_columns;  /* so many cells are as this one */
  char *value;      /* what the cell says of itself, NULL: its text counts */
  GString *text;
} Reading;

/* ---- values ---- */

/* "PT13H45M00S" as 13:45. */
static char *
show_time (const char *value)
{
  guint hours = 0, minutes = 0;
  const char *p = value;

  if (!g_str_has_prefix (p, "PT"))
    return NULL;
  for (p += 2; *p != '\0'; p++)
    {
      guint64 number = g_ascii_strtoull (p, (char **) &p, 10);

      if (*p == 'H' && number < 10000)
        hours = (guint) number;
      else if (*p == 'M' && number < 60)
        minutes = (guint) number;
      else if (*p == '\0')
        return NULL;
    }

  return g_strdup_printf ("%02u:%02u", hours, minutes);
}

/* "2026-10-01T13:45:00" as 2026-10-01 13:45, and midnight as the day alone. */
static char *
show_date (const char *value)
{
  const char *time = strchr (value, 'T');
  g_autofree char *day = time != NULL ? g_strndup (value, (gsize) (time - value)) : NULL;

  if (time == NULL || g_str_has_prefix (time, "T00:00"))
    return g_strdup (day != NULL ? day : value);

  return g_strdup_printf ("%s %.5s", day, time + 1);
}

static char *
show_number (const char *value)
{
  char *end;
  double number = g_ascii_strtod (value, &end);

  return *value != '\0' && *end == '\0' ? wijk_number_show (number) : NULL;
}

/* What people see of the value of a cell; NULL: its text. */
static char *
show_value (const char **names, const char **values)
{
  const char *type = wijk_xml_find (names, values, "value-type");
  const char *date = wijk_xml_find (names, values, "date-value");
  const char *time = wijk_xml_find (names, values, "time-value");
  const char *truth = wijk_xml_find (names, values, "boolean-value");
  const char *number = wijk_xml_find (names, values, "value");

  if (type == NULL || g_str_equal (type, "string"))
    return NULL;
  if (date != NULL && g_str_equal (type, "date"))
    return show_date (date);
  if (time != NULL && g_str_equal (type, "time"))
    return show_time (time);
  if (truth != NULL && g_str_equal (type, "boolean"))
    return g_strdup (g_str_equal (truth, "true") ? "ja" : "nee");

  return number != NULL ? show_number (number) : NULL;
}

/* ---- cells, rows, sheets ---- */

static void
begin_cell (Reading *r, const char **names, const char **values)
{
  guint n_spanned = wijk_xml_find_number (names, values, "number-rows-spanned", MAX_ROW, 1);

  r->in_cell = TRUE;
  r->n_columns =
      MAX (wijk_xml_find_number (names, values, "number-columns-repeated", MAX_COLUMN, 1), 1);
  r->value = show_value (names, values);
  r->n_paragraphs = 0;
  g_string_truncate (r->text, 0);
  if (n_spanned > 1)
    wijk_grid_merges_add (r->merges, r->column, r->row, r->row + n_spanned - 1);
}

static void
end_cell (Reading *r, GError **error)
{
  g_autofree char *text =
      r->value != NULL ? g_steal_pointer (&r->value) : wijk_text_clean_paste (r->text->str, -1);

  r->in_cell = FALSE;
  if (*g_strstrip (text) != '\0' && wijk_grid_check_cell (r->row, r->column, text, error))
    {
      if (r->column + r->n_columns > WIJK_GRID_MAX_COLUMNS)
        {
          (void) wijk_grid_refuse_cell (r->row,
                                        r->column,
                                        WIJK_GRID_ERROR_TOO_LARGE,
                                        _ ("The row has too many cells."),
                                        error);
          return;
        }
      while (r->cells->len < r->column)
        g_ptr_array_add (r->cells, NULL);
      for (guint i = 0; i < r->n_columns; i++)
        g_ptr_array_add (r->cells, g_strdup (text));
    }
  r->column += r->n_columns;
}

static void
begin_row (Reading *r, const char **names, const char **values)
{
  r->n_rows = MAX (wijk_xml_find_number (names, values, "number-rows-repeated", MAX_ROW, 1), 1);
  r->column = 0;
  g_ptr_array_set_size (r->cells, 0);
}

static void
end_row (Reading *r, GError **error)
{
  for (guint i = 0; r->cells->len > 0 && i < r->n_rows; i++)
    if (!wijk_grid_build_add (r->build, r->row + i, r->cells, error))
      return;
  r->row = MIN (r->row + r->n_rows, MAX_ROW);
}

static void
begin_sheet (Reading *r, const char **names, const char **values, GError **error)
{
  const char *title = wijk_xml_find (names, values, "name");
  const char *style = wijk_xml_find (names, values, "style-name");
  g_autofree char *clean = wijk_text_clean_paste (title != NULL ? title : "", -1);

  r->in_sheet = style == NULL || !g_hash_table_contains (r->hidden, style);
  r->row = 1;
  if (r->in_sheet)
    {
      r->merges = wijk_grid_merges_new ();
      (void) wijk_grid_build_begin (r->build, clean, error);
    }
}

static void
end_sheet (Reading *r, GError **error)
{
  if (r->in_sheet && wijk_grid_merges_apply (r->merges, r->build, error))
    wijk_grid_build_end (r->build);
  g_clear_pointer (&r->merges, wijk_grid_merges_free);
  r->in_sheet = FALSE;
}

/* ---- the walk ---- */

/* What holds words that are not in the cell itself, or tables that are none of the file's. */
static gboolean
is_skipped (Reading *r, const char *name)
{
  static const char *const names[] = { "annotation", "tracked-changes",     "shapes",
                                       "frame",      "dde-links",           "forms",
                                       "ruby-text",  "content-validations", NULL };

  return g_strv_contains (names, name) || (g_str_equal (name, "table") && r->in_cell);
}

static void
start_in_cell (Reading *r, const char *name, const char **names, const char **values)
{
  if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    {
      if (r->n_paragraphs++ > 0)
        g_string_append_c (r->text, '\n');
      r->in_paragraph = TRUE;
    }
  else if (g_str_equal (name, "s"))
    for (guint i = wijk_xml_find_number (names, values, "c", 1000, 1); i > 0; i--)
      g_string_append_c (r->text, ' ');
  else if (g_str_equal (name, "tab"))
    g_string_append_c (r->text, '\t');
  else if (g_str_equal (name, "line-break"))
    g_string_append_c (r->text, '\n');
}

static void
start_style (Reading *r, const char *name, const char **names, const char **values)
{
  const char *display = wijk_xml_find (names, values, "display");

  if (g_str_equal (name, "style"))
    g_set_str (&r->style, wijk_xml_find (names, values, "name"));
  else if (g_str_equal (name, "table-properties") && r->style != NULL && display != NULL &&
           g_str_equal (display, "false"))
    g_hash_table_add (r->hidden, g_strdup (r->style));
}

static void
start_cb (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Reading *r = data;

  if (r->skipped > 0 || is_skipped (r, name))
    r->skipped++;
  else if (r->in_cell)
    start_in_cell (r, name, names, values);
  else if (g_str_equal (name, "table"))
    begin_sheet (r, names, values, error);
  else if (!r->in_sheet)
    start_style (r, name, names, values);
  else if (g_str_equal (name, "table-row"))
    begin_row (r, names, values);
  else if (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell"))
    begin_cell (r, names, values);
}

static void
end_cb (const char *name, gpointer data, GError **error)
{
  Reading *r = data;

  if (r->skipped > 0)
    r->skipped--;
  else if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    r->in_paragraph = FALSE;
  else if (r->in_cell &&
           (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell")))
    end_cell (r, error);
  else if (r->in_sheet && g_str_equal (name, "table-row"))
    end_row (r, error);
  else if (g_str_equal (name, "table"))
    end_sheet (r, error);
}

static void
text_cb (const char *text, gsize length, gpointer data)
{
  Reading *r = data;

  if (r->skipped == 0 && r->in_cell && r->in_paragraph)
    g_string_append_len (r->text, text, (gssize) length);
}

/* ---- the file ---- */

static void
manifest_start_cb (
    const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  gboolean *is_locked = data;

  *is_locked = *is_locked || g_str_equal (name, "encryption-data");
}

static void
manifest_end_cb (const char *name, gpointer data, GError **error)
{
}

static void
manifest_text_cb (const char *text, gsize length, gpointer data)
{
}

static gboolean
check_lock (GHashTable *parts, GCancellable *cancellable, GError **error)
{
  static const WijkXmlWalker walker = { manifest_start_cb, manifest_end_cb, manifest_text_cb };
  GBytes *manifest = g_hash_table_lookup (parts, "META-INF/manifest.xml");
  gboolean is_locked = FALSE;

  if (manifest != NULL && !wijk_xml_walk (manifest, &walker, &is_locked, cancellable, error))
    return FALSE;
  if (is_locked)
    g_set_error_literal (error,
                         WIJK_GRID_ERROR,
                         WIJK_GRID_ERROR_LOCKED,
                         _ ("The file is behind a password; save it once more without one."));

  return !is_locked;
}

gboolean
wijk_ods_read (GHashTable *parts, WijkGridBuild *build, GCancellable *cancellable, GError **error)
{
  static const WijkXmlWalker walker = { start_cb, end_cb, text_cb };
  GBytes *content = g_hash_table_lookup (parts, "content.xml");
  Reading r = { .build = build };
  gboolean ok;

  if (!check_lock (parts, cancellable, error))
    return FALSE;
  if (content == NULL)
    {
      g_set_error_literal (error,
                           WIJK_GRID_ERROR,
                           WIJK_GRID_ERROR_TEXT,
                           _ ("The file is damaged or not complete; ask for it once more."));
      return FALSE;
    }
  r.hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  r.cells = g_ptr_array_new_with_free_func (g_free);
  r.text = g_string_new (NULL);
  ok = wijk_xml_walk (content, &walker, &r, cancellable, error);
  g_clear_pointer (&r.merges, wijk_grid_merges_free);
  g_hash_table_unref (r.hidden);
  g_ptr_array_unref (r.cells);
  g_string_free (r.text, TRUE);
  g_free (r.style);
  g_free (r.value);

  return ok;
}
