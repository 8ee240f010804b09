/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_SIZE (64 * 1024 * 1024)
#define MAX_ROWS 200000
#define MAX_COLUMNS 200
#define MAX_CELL (1024 * 1024)

G_DEFINE_QUARK (WijkCsvError, wijk_csv_error)

typedef struct
{
  const char *at;
  const char *line_start;
  guint line;
  char separator;
  GString *cell;
  GError **error;
} Parsing;

static gboolean
refuse_at (Parsing *p,
           guint line,
           const char *line_start,
           const char *at,
           WijkCsvError code,
           const char *why)
{
  guint column = (guint) g_utf8_strlen (line_start, at - line_start) + 1;

  g_set_error (p->error,
               WIJK_CSV_ERROR,
               code,
               /* Translators: number of the line, place in it, what is wrong */
               _ ("Line %u, place %u: %s"),
               line,
               column,
               why);

  return FALSE;
}

static gboolean
refuse (Parsing *p, WijkCsvError code, const char *why)
{
  return refuse_at (p, p->line, p->line_start, p->at, code, why);
}

/* ---- the text ---- */

/* What Windows-1252 has at 80-9f; 0 where it has nothing. */
static const gunichar2 windows[] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static char *
decode_windows (const guint8 *data, gsize length)
{
  GString *text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      gunichar c = data[i] >= 0x80 && data[i] < 0xa0 ? windows[data[i] - 0x80] : data[i];

      if (c == 0)
        {
          g_string_free (text, TRUE);
          return NULL;
        }
      g_string_append_unichar (text, c);
    }

  return g_string_free (text, FALSE);
}

static char *
decode_utf16 (const guint8 *data, gsize length, gboolean is_little)
{
  g_autofree gunichar2 *units = g_new (gunichar2, length / 2 + 1);

  for (gsize i = 0; i < length / 2; i++)
    {
      units[i] = is_little ? (gunichar2) (data[2 * i] | data[2 * i + 1] << 8)
                           : (gunichar2) (data[2 * i] << 8 | data[2 * i + 1]);
      if (units[i] == 0)
        return NULL;
    }

  return g_utf16_to_utf8 (units, (glong) (length / 2), NULL, NULL, NULL);
}

static char *
decode (GBytes *bytes, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  char *text;

  if (length > MAX_SIZE)
    {
      g_set_error_literal (
          error, WIJK_CSV_ERROR, WIJK_CSV_ERROR_TOO_LARGE, _ ("The table is too large."));
      return NULL;
    }
  if (length >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff)))
    text = decode_utf16 (data + 2, length - 2, data[0] == 0xff);
  else if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    text = g_utf8_validate ((const char *) data + 3, (gssize) length - 3, NULL)
               ? g_strndup ((const char *) data + 3, length - 3)
               : NULL;
  else if (g_utf8_validate ((const char *) data, (gssize) length, NULL))
    text = g_strndup ((const char *) data, length);
  else
    text = decode_windows (data, length);
  if (text == NULL)
    g_set_error_literal (
        error, WIJK_CSV_ERROR, WIJK_CSV_ERROR_TEXT, _ ("The file is not a table."));

  return text;
}

/* ---- cells ---- */

/* Passes over one line end; FALSE if there is none here. */
static gboolean
take_line_end (Parsing *p)
{
  if (*p->at != '\r' && *p->at != '\n')
    return FALSE;
  p->at += p->at[0] == '\r' && p->at[1] == '\n' ? 2 : 1;
  p->line++;
  p->line_start = p->at;

  return TRUE;
}

/* From behind the opening quote to behind the closing one. */
static gboolean
take_quoted (Parsing *p)
{
  const char *opened = p->at - 1, *opened_start = p->line_start;
  guint opened_line = p->line;

  for (;;)
    {
      if (*p->at == '\0')
        return refuse_at (p,
                          opened_line,
                          opened_start,
                          opened,
                          WIJK_CSV_ERROR_FORM,
                          _ ("A quotation mark opens here and is not closed."));
      if (take_line_end (p))
        g_string_append_c (p->cell, '\n');
      else if (*p->at != '"')
        g_string_append_c (p->cell, *p->at++);
      else if (p->at[1] == '"')
        {
          g_string_append_c (p->cell, '"');
          p->at += 2;
        }
      else
        {
          p->at++;
          return TRUE;
        }
    }
}

static gboolean
is_cell_end (Parsing *p)
{
  return *p->at == '\0' || *p->at == '\r' || *p->at == '\n' || *p->at == p->separator;
}

static gboolean
take_cell (Parsing *p)
{
  g_string_truncate (p->cell, 0);
  if (*p->at == '"')
    {
      p->at++;
      if (!take_quoted (p))
        return FALSE;
      while (*p->at == ' ')
        p->at++;
      if (!is_cell_end (p))
        return refuse (p, WIJK_CSV_ERROR_FORM, _ ("Something follows a closing quotation mark."));
    }
  else
    while (!is_cell_end (p))
      g_string_append_c (p->cell, *p->at++);
  if (p->cell->len > MAX_CELL)
    return refuse (p, WIJK_CSV_ERROR_TOO_LARGE, _ ("The text in this cell is too long."));

  return TRUE;
}

/* The cells of one row, up to and with its line end. */
static GPtrArray *
take_row (Parsing *p)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      if (cells->len == MAX_COLUMNS)
        {
          (void) refuse (p, WIJK_CSV_ERROR_TOO_LARGE, _ ("The row has too many cells."));
          return NULL;
        }
      if (!take_cell (p))
        return NULL;
      g_ptr_array_add (cells, g_strstrip (g_strdup (p->cell->str)));
      if (*p->at != p->separator || *p->at == '\0')
        break;
      p->at++;
    }
  (void) take_line_end (p);

  return g_steal_pointer (&cells);
}

/* ---- rows ---- */

/* The sign of which the first line with anything in it has most, outside quotes. */
static char
find_separator (const char *text)
{
  static const char signs[] = ";,\t|";
  guint counts[sizeof signs] = { 0 };
  gboolean is_quoted = FALSE;
  guint best = 1;

  text += strspn (text, " \r\n");
  for (const char *p = text; *p != '\0' && (is_quoted || (*p != '\n' && *p != '\r')); p++)
    {
      const char *found = strchr (signs, *p);

      if (*p == '"')
        is_quoted = !is_quoted;
      else if (found != NULL && !is_quoted)
        counts[found - signs]++;
    }
  for (guint i = 0; i < strlen (signs); i++)
    if (counts[i] > counts[best])
      best = i;

  return signs[best];
}

static void
choose_separator (Parsing *p)
{
  if (g_ascii_strncasecmp (p->at, "sep=", 4) == 0 && p->at[4] != '\0' &&
      strchr (";,\t|", p->at[4]) != NULL && (p->at[5] == '\r' || p->at[5] == '\n'))
    {
      p->separator = p->at[4];
      p->at += 5;
      (void) take_line_end (p);
    }
  else
    p->separator = find_separator (p->at);
}

static gboolean
is_empty (GPtrArray *cells, guint from)
{
  for (guint i = from; i < cells->len; i++)
    if (*(const char *) cells->pdata[i] != '\0')
      return FALSE;

  return TRUE;
}

static GStrv
to_strv (GPtrArray *cells, guint n)
{
  GStrv strv = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    strv[i] = g_strdup (i < cells->len ? cells->pdata[i] : "");

  return strv;
}

static void
row_free (WijkCsvRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

static gboolean
add_row (Parsing *p, WijkCsv *csv, GPtrArray *cells, guint line)
{
  guint n_headings = csv->headings != NULL ? g_strv_length (csv->headings) : 0;
  WijkCsvRow *row;

  if (csv->headings == NULL)
    {
      csv->headings = to_strv (cells, cells->len);
      return TRUE;
    }
  if (!is_empty (cells, n_headings))
    return refuse_at (p,
                      line,
                      "",
                      "",
                      WIJK_CSV_ERROR_FORM,
                      _ ("The row has more cells than there are headings."));
  if (csv->rows->len == MAX_ROWS)
    return refuse (p, WIJK_CSV_ERROR_TOO_LARGE, _ ("The table has too many rows."));
  row = g_new0 (WijkCsvRow, 1);
  row->line = line;
  row->cells = to_strv (cells, n_headings);
  g_ptr_array_add (csv->rows, row);

  return TRUE;
}

static gboolean
read_rows (Parsing *p, WijkCsv *csv)
{
  while (*p->at != '\0')
    {
      guint line = p->line;
      g_autoptr (GPtrArray) cells = take_row (p);

      if (cells == NULL || (!is_empty (cells, 0) && !add_row (p, csv, cells, line)))
        return FALSE;
    }
  if (csv->headings == NULL)
    return refuse (p, WIJK_CSV_ERROR_HEADINGS, _ ("The table is empty."));

  return TRUE;
}

WijkCsv *
wijk_csv_read (GBytes *bytes, GError **error)
{
  g_autofree char *text = decode (bytes, error);
  g_autoptr (WijkCsv) csv = g_new0 (WijkCsv, 1);
  Parsing p = { .at = text, .line_start = text, .line = 1, .error = error };
  gboolean ok;

  if (text == NULL)
    return NULL;
  csv->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  choose_separator (&p);
  p.cell = g_string_new (NULL);
  ok = read_rows (&p, csv);
  g_string_free (p.cell, TRUE);

  return ok ? g_steal_pointer (&csv) : NULL;
}

void
wijk_csv_free (WijkCsv *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->headings);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}
