/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-ods-write.h"

#include <string.h>

#include "wijk-field.h"
#include "wijk-money.h"
#include "wijk-ods-private.h"
#include "wijk-zip-write.h"

#define LONGEST_NAME 31 /* in characters: what other programs take */

typedef struct
{
  int tenths; /* of a millimetre */
  WijkOdsColumn flags;
  guint choices; /* number of the list that it offers; 0: none */
} Column;

struct _WijkOdsWriter
{
  char *language;
  char *title;
  GString *sheets;    /* those that are complete */
  GHashTable *names;  /* of sheets, in lower case */
  GHashTable *tenths; /* of all columns: each width is a style */
  GString *lists;     /* to choose from */
  guint n_lists;

  char *name;      /* of the sheet at hand, NULL before the first */
  GArray *columns; /* of Column */
  GString *rows;
  guint n_rows;
  guint n_cells;        /* in the row at hand */
  guint most_cells;     /* in any row of the sheet */
  gboolean in_row;      /* a row is open */
  gboolean is_heading;  /* the row at hand */
  gboolean in_headings; /* the rows so far were all headings, and the group is open */
};

WijkOdsWriter *
wijk_ods_writer_new (const char *language, const char *title)
{
  WijkOdsWriter *self = g_new0 (WijkOdsWriter, 1);

  self->language = g_strdup (language);
  self->title = g_strdup (title);
  self->sheets = g_string_new (NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tenths = g_hash_table_new (NULL, NULL);
  self->lists = g_string_new (NULL);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->rows = g_string_new (NULL);

  return self;
}

void
wijk_ods_writer_free (WijkOdsWriter *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_free (self->title);
  g_string_free (self->sheets, TRUE);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->tenths);
  g_string_free (self->lists, TRUE);
  g_free (self->name);
  g_array_unref (self->columns);
  g_string_free (self->rows, TRUE);
  g_free (self);
}

/* ---- rows ---- */

static void
end_row (WijkOdsWriter *self)
{
  if (!self->in_row)
    return;
  if (self->n_cells == 0)
    g_string_append (self->rows, "<table:table-cell/>");
  g_string_append (self->rows, "</table:table-row>\n");
  self->most_cells = MAX (self->most_cells, MAX (self->n_cells, 1));
  self->in_row = FALSE;
}

static void
end_headings (WijkOdsWriter *self)
{
  if (self->in_headings)
    g_string_append (self->rows, "</table:table-header-rows>\n");
  self->in_headings = FALSE;
}

static void
begin_row (WijkOdsWriter *self, gboolean is_heading)
{
  g_return_if_fail (self->name != NULL);

  end_row (self);
  end_headings (self);
  if (is_heading && self->n_rows == 0)
    {
      g_string_append (self->rows, "<table:table-header-rows>\n");
      self->in_headings = TRUE;
    }
  g_string_append (self->rows, "<table:table-row table:style-name=\"row\">");
  self->is_heading = is_heading;
  self->in_row = TRUE;
  self->n_cells = 0;
  self->n_rows++;
}

void
wijk_ods_writer_add_heading_row (WijkOdsWriter *self)
{
  begin_row (self, TRUE);
}

void
wijk_ods_writer_add_row (WijkOdsWriter *self)
{
  begin_row (self, FALSE);
}

/* ---- sheets ---- */

static void
append_columns (WijkOdsWriter *self)
{
  guint n_more = self->most_cells > self->columns->len ? self->most_cells - self->columns->len : 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      g_string_append_printf (
          self->sheets,
          "<table:table-column table:style-name=\"w%d\""
          " table:default-cell-style-name=\"%s\"%s/>",
          column->tenths,
          (column->flags & WIJK_ODS_WRAP) != 0 ? WIJK_ODS_STYLE_WRAP : WIJK_ODS_STYLE_PLAIN,
          (column->flags & WIJK_ODS_HIDDEN) != 0 ? " table:visibility=\"collapse\"" : "");
    }
  if (n_more > 0)
    g_string_append_printf (self->sheets,
                            "<table:table-column table:number-columns-repeated=\"%u\""
                            " table:default-cell-style-name=\"" WIJK_ODS_STYLE_PLAIN "\"/>",
                            n_more);
}

static void
end_sheet (WijkOdsWriter *self)
{
  if (self->name == NULL)
    return;
  if (self->n_rows == 0)
    begin_row (self, FALSE);
  end_row (self);
  end_headings (self);
  g_string_append (self->sheets, "<table:table table:name=\"");
  wijk_ods_append_escaped (self->sheets, self->name, -1);
  g_string_append (self->sheets, "\" table:style-name=\"sheet\">");
  append_columns (self);
  g_string_append_c (self->sheets, '\n');
  g_string_append_len (self->sheets, self->rows->str, (gssize) self->rows->len);
  g_string_append (self->sheets, "</table:table>\n");

  g_clear_pointer (&self->name, g_free);
  g_array_set_size (self->columns, 0);
  g_string_truncate (self->rows, 0);
  self->n_rows = 0;
  self->most_cells = 0;
}

/* At most LONGEST_NAME characters, with @suffix. */
static char *
make_name (const char *name, const char *suffix)
{
  g_autofree char *clean = g_strdelimit (g_strdup (name), "[]*?:/\\'\n\t", ' ');
  g_autofree char *cut = NULL;

  g_strstrip (clean);
  cut = g_utf8_substring (
      clean, 0, MIN (g_utf8_strlen (clean, -1), LONGEST_NAME - (glong) g_utf8_strlen (suffix, -1)));

  return g_strconcat (cut, suffix, NULL);
}

void
wijk_ods_writer_add_sheet (WijkOdsWriter *self, const char *name)
{
  g_autofree char *suffix = g_strdup (*name == '\0' ? "1" : "");

  end_sheet (self);
  for (guint n = 2;; n++)
    {
      g_autofree char *made = make_name (name, suffix);
      char *lower = g_utf8_strdown (made, -1);

      if (g_hash_table_add (self->names, lower))
        {
          self->name = g_steal_pointer (&made);
          return;
        }
      g_free (suffix);
      suffix = g_strdup_printf (" %u", n);
    }
}

void
wijk_ods_writer_add_column (WijkOdsWriter *self, double millimetres, WijkOdsColumn flags)
{
  Column column = { .tenths = (int) (millimetres * 10 + 0.5), .flags = flags };

  g_return_if_fail (self->name != NULL && self->n_rows == 0);

  g_array_append_val (self->columns, column);
  g_hash_table_add (self->tenths, GINT_TO_POINTER (column.tenths));
}

void
wijk_ods_writer_set_choices (WijkOdsWriter *self, const char *const *choices)
{
  g_autoptr (GString) condition = g_string_new ("of:cell-content-is-in-list(");

  g_return_if_fail (self->columns->len > 0 && self->n_rows == 0);

  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (choices[i], "\"", -1);
      g_autofree char *doubled = g_strjoinv ("\"\"", parts);

      g_string_append_printf (condition, "%s\"%s\"", i > 0 ? ";" : "", doubled);
    }
  g_string_append_c (condition, ')');
  g_array_index (self->columns, Column, self->columns->len - 1).choices = ++self->n_lists;
  g_string_append_printf (self->lists,
                          "<table:content-validation table:name=\"list%u\" table:condition=\"",
                          self->n_lists);
  wijk_ods_append_escaped (self->lists, condition->str, -1);
  g_string_append (self->lists,
                   "\" table:allow-empty-cell=\"true\" table:display-list=\"unsorted\">"
                   "<table:error-message table:display=\"false\"/></table:content-validation>");
}

/* ---- cells ---- */

static const char *
choose_style (WijkOdsWriter *self, const char *style)
{
  const Column *column = self->n_cells < self->columns->len
                             ? &g_array_index (self->columns, Column, self->n_cells)
                             : NULL;

  if (self->is_heading)
    return WIJK_ODS_STYLE_HEADING;
  if (style != NULL)
    return style;

  return column != NULL && (column->flags & WIJK_ODS_WRAP) != 0 ? WIJK_ODS_STYLE_WRAP
                                                                : WIJK_ODS_STYLE_PLAIN;
}

/* @attributes: type and value; @style: NULL for that of the column. */
static void
begin_cell (WijkOdsWriter *self, const char *style, const char *attributes)
{
  guint choices = self->n_cells < self->columns->len
                      ? g_array_index (self->columns, Column, self->n_cells).choices
                      : 0;

  g_string_append_printf (self->rows,
                          "<table:table-cell table:style-name=\"%s\"%s",
                          choose_style (self, style),
                          attributes);
  if (choices > 0 && !self->is_heading)
    g_string_append_printf (self->rows, " table:content-validation-name=\"list%u\"", choices);
  g_string_append_c (self->rows, '>');
  self->n_cells++;
}

static void
end_cell (WijkOdsWriter *self)
{
  g_string_append (self->rows, "</table:table-cell>");
}

/* One line; XML takes several spaces for one. */
static void
append_line (GString *out, const char *line, const char *end)
{
  gboolean at_space = TRUE; /* one before this would be lost */

  g_string_append (out, "<text:p>");
  while (line < end)
    {
      const char *plain = line;

      if (*line == '\t')
        {
          g_string_append (out, "<text:tab/>");
          line++;
          at_space = TRUE;
          continue;
        }
      if (*line == ' ' && (at_space || line + 1 == end))
        {
          while (line < end && *line == ' ')
            line++;
          g_string_append_printf (out, "<text:s text:c=\"%d\"/>", (int) (line - plain));
          at_space = FALSE;
          continue;
        }
      at_space = *line == ' ';
      line++;
      if (!at_space)
        while (line < end && *line != ' ' && *line != '\t')
          line++;
      wijk_ods_append_escaped (out, plain, line - plain);
    }
  g_string_append (out, "</text:p>");
}

void
wijk_ods_writer_add_text (WijkOdsWriter *self, const char *text)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (self->in_row);

  if (text == NULL || *text == '\0')
    {
      begin_cell (self, NULL, "");
      end_cell (self);
      return;
    }
  valid = g_utf8_make_valid (text, -1);
  begin_cell (self, NULL, " office:value-type=\"string\"");
  for (const char *line = valid; line != NULL;)
    {
      const char *end = line + strcspn (line, "\r\n");

      append_line (self->rows, line, end);
      line = *end == '\0' ? NULL : end + (end[0] == '\r' && end[1] == '\n' ? 2 : 1);
    }
  end_cell (self);
}

void
wijk_ods_writer_add_integer (WijkOdsWriter *self, gint64 value)
{
  g_autofree char *attributes =
      g_strdup_printf (" office:value-type=\"float\" office:value=\"%" G_GINT64_FORMAT "\"", value);

  g_return_if_fail (self->in_row);

  begin_cell (self, NULL, attributes);
  g_string_append_printf (self->rows, "<text:p>%" G_GINT64_FORMAT "</text:p>", value);
  end_cell (self);
}

void
wijk_ods_writer_add_date (WijkOdsWriter *self, const char *date)
{
  g_autofree char *attributes = NULL;

  g_return_if_fail (self->in_row);

  if (date == NULL || !wijk_date_is_valid (date, FALSE))
    {
      wijk_ods_writer_add_text (self, date);
      return;
    }
  attributes = g_strdup_printf (" office:value-type=\"date\" office:date-value=\"%s\"", date);
  begin_cell (self, WIJK_ODS_STYLE_DATE, attributes);
  if (g_str_equal (self->language, "nl"))
    g_string_append_printf (
        self->rows, "<text:p>%d-%d-%.4s</text:p>", atoi (date + 8), atoi (date + 5), date);
  else
    g_string_append_printf (self->rows, "<text:p>%s</text:p>", date);
  end_cell (self);
}

void
wijk_ods_writer_add_money (WijkOdsWriter *self, gint64 cents)
{
  g_autofree char *shown = wijk_money_format (cents);
  g_autofree char *attributes =
      g_strdup_printf (" office:value-type=\"currency\" office:currency=\"EUR\" office:value=\""
                       "%s%" G_GINT64_FORMAT ".%02d\"",
                       cents < 0 ? "-" : "",
                       ABS (cents / 100),
                       (int) ABS (cents % 100));

  g_return_if_fail (self->in_row);

  begin_cell (self, WIJK_ODS_STYLE_MONEY, attributes);
  g_string_append_printf (self->rows, "<text:p>€ %s</text:p>", shown);
  end_cell (self);
}

/* ---- the file ---- */

static int
compare_widths (gconstpointer a, gconstpointer b)
{
  return GPOINTER_TO_INT (a) - GPOINTER_TO_INT (b);
}

static void
append_column_styles (WijkOdsWriter *self, GString *out)
{
  g_autoptr (GList) widths = g_list_sort (g_hash_table_get_keys (self->tenths), compare_widths);

  for (GList *l = widths; l != NULL; l = l->next)
    {
      int tenths = GPOINTER_TO_INT (l->data);

      g_string_append_printf (out,
                              "<style:style style:name=\"w%d\" style:family=\"table-column\">"
                              "<style:table-column-properties style:column-width=\"%d.%dmm\"/>"
                              "</style:style>",
                              tenths,
                              tenths / 10,
                              tenths % 10);
    }
}

static GBytes *
make_content (WijkOdsWriter *self)
{
  GString *out =
      g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content"
                    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
                    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
                    " xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\""
                    " office:version=\"1.3\"><office:automatic-styles>");

  append_column_styles (self, out);
  wijk_ods_append_cell_styles (out, self->language);
  g_string_append (out, "</office:automatic-styles>\n<office:body><office:spreadsheet>\n");
  if (self->n_lists > 0)
    g_string_append_printf (
        out, "<table:content-validations>%s</table:content-validations>\n", self->lists->str);
  g_string_append_len (out, self->sheets->str, (gssize) self->sheets->len);
  g_string_append (out, "</office:spreadsheet></office:body></office:document-content>\n");

  return g_string_free_to_bytes (out);
}

GBytes *
wijk_ods_writer_finish (WijkOdsWriter *self)
{
  g_autoptr (GBytes) mimetype =
      g_bytes_new_static (WIJK_ODS_MEDIA_TYPE, strlen (WIJK_ODS_MEDIA_TYPE));
  g_autoptr (GBytes) manifest = wijk_ods_make_manifest ();
  g_autoptr (GBytes) styles = wijk_ods_make_styles (self->language);
  g_autoptr (GBytes) meta = wijk_ods_make_meta (self->language, self->title);
  g_autoptr (GBytes) content = NULL;

  g_return_val_if_fail (self->name != NULL || self->sheets->len > 0, NULL);

  end_sheet (self);
  content = make_content (self);

  return wijk_zip_write (
      (const WijkZipEntry[]) {
          { "mimetype", mimetype },
          { "META-INF/manifest.xml", manifest },
          { "content.xml", content },
          { "meta.xml", meta },
          { "styles.xml", styles },
      },
      5);
}
