/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts, numbers and dates as XLSX keeps them. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "wijk-number.h"
#include "wijk-paste.h"
#include "wijk-xlsx-private.h"
#include "wijk-xml-walk.h"

/* ---- texts ---- */

typedef struct
{
  GPtrArray *strings;
  GString *text;
  gboolean in_text;
  gboolean in_phonetic; /* how it is said, in Japanese: said twice then */
} Strings;

char *
wijk_xlsx_clean_text (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (strstr (text, "_x") == NULL)
    return wijk_text_clean_paste (text, -1);
  for (const char *p = text; *p != '\0'; p++)
    {
      gunichar c = 0;

      if (p[0] == '_' && p[1] == 'x' && strnlen (p, 7) == 7 && p[6] == '_')
        for (guint i = 2; i < 6; i++)
          c = g_ascii_isxdigit (p[i]) ? c << 4 | (guint) g_ascii_xdigit_value (p[i]) : 0x110000;
      if (c == 0 || !g_unichar_validate (c))
        g_string_append_c (out, *p);
      else
        {
          g_string_append_unichar (out, c);
          p += 6;
        }
    }

  return wijk_text_clean_paste (out->str, -1);
}

static void
strings_start_cb (
    const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Strings *s = data;

  if (g_str_equal (name, "si"))
    g_string_truncate (s->text, 0);
  else if (g_str_equal (name, "rPh"))
    s->in_phonetic = TRUE;
  s->in_text = g_str_equal (name, "t") && !s->in_phonetic;
}

static void
strings_end_cb (const char *name, gpointer data, GError **error)
{
  Strings *s = data;

  s->in_text = FALSE;
  if (g_str_equal (name, "rPh"))
    s->in_phonetic = FALSE;
  else if (g_str_equal (name, "si"))
    g_ptr_array_add (s->strings, wijk_xlsx_clean_text (s->text->str));
}

static void
strings_text_cb (const char *text, gsize length, gpointer data)
{
  Strings *s = data;

  if (s->in_text)
    g_string_append_len (s->text, text, (gssize) length);
}

GPtrArray *
wijk_xlsx_read_strings (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  static const WijkXmlWalker walker = { strings_start_cb, strings_end_cb, strings_text_cb };
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  Strings s = { .strings = strings, .text = g_string_new (NULL) };
  gboolean ok = wijk_xml_walk (bytes, &walker, &s, cancellable, error);

  g_string_free (s.text, TRUE);

  return ok ? g_steal_pointer (&strings) : NULL;
}

/* ---- formats ---- */

typedef struct
{
  GHashTable *codes; /* number of a format of the file's own -> its code */
  GArray *formats;
  gboolean in_cells;
} Styles;

/* What a code such as `dd-mm-yyyy;@` or `[$-413]d mmm yy` or `"dag" 0` shows. */
static WijkXlsxFormat
read_code (const char *code)
{
  gboolean has_day = FALSE, has_month = FALSE, has_hour = FALSE;

  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      const char *close = *p == '"' ? strchr (p + 1, '"') : *p == '[' ? strchr (p, ']') : NULL;

      if (*p == '[' && close != NULL && strchr ("hmsHMS", p[1]) != NULL)
        has_hour = TRUE;
      if (close != NULL)
        p = close;
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        p++;
      else if (strchr ("dDyY", *p) != NULL)
        has_day = TRUE;
      else if (strchr ("mM", *p) != NULL)
        has_month = TRUE;
      else if (strchr ("hHsS", *p) != NULL)
        has_hour = TRUE;
    }
  if (has_day || (has_month && !has_hour))
    return WIJK_XLSX_DATE;

  return has_hour ? WIJK_XLSX_TIME : WIJK_XLSX_NUMBER;
}

static WijkXlsxFormat
find_format (Styles *s, guint number)
{
  const char *code = g_hash_table_lookup (s->codes, GUINT_TO_POINTER (number));

  if (code != NULL)
    return g_ascii_strcasecmp (code, "General") == 0 ? WIJK_XLSX_NUMBER : read_code (code);
  if ((number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) ||
      number == 36 || (number >= 50 && number <= 58))
    return WIJK_XLSX_DATE;

  return (number >= 18 && number <= 21) || (number >= 32 && number <= 35) ||
                 (number >= 45 && number <= 47)
             ? WIJK_XLSX_TIME
             : WIJK_XLSX_NUMBER;
}

static void
styles_start_cb (
    const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Styles *s = data;
  const char *code = wijk_xml_find (names, values, "formatCode");

  if (g_str_equal (name, "cellXfs"))
    s->in_cells = TRUE;
  else if (g_str_equal (name, "numFmt") && code != NULL)
    g_hash_table_insert (
        s->codes,
        GUINT_TO_POINTER (wijk_xml_find_number (names, values, "numFmtId", G_MAXINT, 0)),
        g_strdup (code));
  else if (g_str_equal (name, "xf") && s->in_cells)
    {
      WijkXlsxFormat format =
          find_format (s, wijk_xml_find_number (names, values, "numFmtId", G_MAXINT, 0));

      g_array_append_val (s->formats, format);
    }
}

static void
styles_end_cb (const char *name, gpointer data, GError **error)
{
  Styles *s = data;

  if (g_str_equal (name, "cellXfs"))
    s->in_cells = FALSE;
}

static void
styles_text_cb (const char *text, gsize length, gpointer data)
{
}

GArray *
wijk_xlsx_read_formats (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  static const WijkXmlWalker walker = { styles_start_cb, styles_end_cb, styles_text_cb };
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) formats = g_array_new (FALSE, FALSE, sizeof (WijkXlsxFormat));
  Styles s = { .codes = codes, .formats = formats };

  return wijk_xml_walk (bytes, &walker, &s, cancellable, error) ? g_steal_pointer (&formats) : NULL;
}

/* ---- numbers ---- */

/* Days since 30 December 1899, as everyone but Lotus 1-2-3 counts them: that had 29 February 1900,
 * and so has this form of file. */
static char *
show_day (double serial, gboolean from_1904)
{
  guint minutes = (guint) floor ((serial - floor (serial)) * 24 * 60 + 0.5);
  int days = (int) floor (serial) + (minutes == 24 * 60);
  g_autoptr (GDateTime) base = NULL;
  g_autoptr (GDateTime) day = NULL;

  minutes %= 24 * 60;
  if (from_1904)
    base = g_date_time_new_utc (1904, 1, 1, 0, 0, 0);
  else
    base = g_date_time_new_utc (1899, 12, days < 60 ? 31 : 30, 0, 0, 0);
  day = g_date_time_add_days (base, days);
  if (day == NULL)
    return NULL;

  return minutes == 0 ? g_date_time_format (day, "%Y-%m-%d")
                      : g_strdup_printf ("%04d-%02d-%02d %02u:%02u",
                                         g_date_time_get_year (day),
                                         g_date_time_get_month (day),
                                         g_date_time_get_day_of_month (day),
                                         minutes / 60,
                                         minutes % 60);
}

char *
wijk_xlsx_show_number (const char *text, WijkXlsxFormat format, gboolean from_1904)
{
  char *end;
  double value = g_ascii_strtod (text, &end);
  char *shown = NULL;

  if (*text == '\0' || *end != '\0' || !isfinite (value))
    return wijk_xlsx_clean_text (text);
  if (format == WIJK_XLSX_DATE && value >= 0 && value < 2958466) /* the year 10000 */
    shown = show_day (value, from_1904);
  if (format == WIJK_XLSX_TIME && value >= 0 && value < 1)
    {
      guint minutes = (guint) floor (value * 24 * 60 + 0.5) % (24 * 60);

      shown = g_strdup_printf ("%02u:%02u", minutes / 60, minutes % 60);
    }

  return shown != NULL ? shown : wijk_number_show (value);
}
