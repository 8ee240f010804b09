/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-publish-error.h"
#include "wijk-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

struct _WijkWords
{
  GHashTable *words; /* "group/key" to text */
};

static gboolean
is_language (const char *language)
{
  if (!language || strlen (language) < 2 || strlen (language) > 3)
    return FALSE;
  for (const char *at = language; *at; at++)
    if (!g_ascii_islower (*at))
      return FALSE;
  return TRUE;
}

static GKeyFile *
open_file (const char *folder, const char *language, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *name = g_strconcat (language, ".ini", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return NULL;
  return g_steal_pointer (&file);
}

static void
take_words (WijkWords *self, GKeyFile *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint g = 0; groups[g]; g++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (file, groups[g], NULL, NULL);

      for (guint k = 0; keys && keys[k]; k++)
        {
          char *text = g_key_file_get_string (file, groups[g], keys[k], NULL);

          if (text)
            g_hash_table_insert (self->words, g_strconcat (groups[g], "/", keys[k], NULL), text);
        }
    }
}

WijkWords *
wijk_words_load (const char *folder, const char *language, GError **error)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autoptr (GError) reason = NULL;
  WijkWords *self;

  if (is_language (language))
    file = open_file (folder, language, NULL);
  if (!file)
    file = open_file (folder, "nl", &reason);
  if (!file)
    {
      g_set_error (error,
                   WIJK_PUBLISH_ERROR,
                   WIJK_PUBLISH_ERROR_RESOURCES,
                   _ ("The words of a publication cannot be read: %s"),
                   reason->message);
      return NULL;
    }
  self = g_new0 (WijkWords, 1);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  take_words (self, file);
  return self;
}

void
wijk_words_free (WijkWords *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

const char *
wijk_words_get (const WijkWords *self, const char *key)
{
  const char *text = g_hash_table_lookup (self->words, key);

  if (!text)
    g_warning ("the words of a publication have no %s", key);
  return text ? text : key;
}

const char *
wijk_words_choose (const WijkWords *self, const char *group, const char *value)
{
  g_autofree char *key = g_strconcat (group, "/", value ? value : "", NULL);
  const char *text = g_hash_table_lookup (self->words, key);

  if (text)
    return text;
  return value ? value : "";
}

#define MAX_PAIRS 6

typedef struct
{
  const char *name, *text;
} Pair;

/* The pair whose {name} stands at `at`, or NULL. */
static const Pair *
find_pair (const Pair *pairs, guint n_pairs, const char *at)
{
  for (guint i = 0; i < n_pairs; i++)
    {
      gsize length = strlen (pairs[i].name);

      if (*at == '{' && strncmp (at + 1, pairs[i].name, length) == 0 && at[length + 1] == '}')
        return &pairs[i];
    }
  return NULL;
}

char *
wijk_words_fill (const WijkWords *self, const char *key, ...)
{
  GString *filled = g_string_new (NULL);
  Pair pairs[MAX_PAIRS];
  guint n_pairs = 0;
  const char *name;
  va_list arguments;

  va_start (arguments, key);
  while ((name = va_arg (arguments, const char *)) && n_pairs < MAX_PAIRS)
    {
      const char *text = va_arg (arguments, const char *);

      pairs[n_pairs++] = (Pair) { name, text ? text : "" };
    }
  va_end (arguments);
  for (const char *at = wijk_words_get (self, key); *at;)
    {
      const Pair *pair = find_pair (pairs, n_pairs, at);

      if (pair)
        {
          g_string_append (filled, pair->text);
          at += strlen (pair->name) + 2;
        }
      else
        g_string_append_c (filled, *at++);
    }
  return g_string_free (filled, FALSE);
}

char *
wijk_words_count (const WijkWords *self, const char *key, gint64 n)
{
  g_autofree char *full = g_strconcat (key, n == 1 ? "-one" : "-many", NULL);
  g_autofree char *number = wijk_words_number (self, n);

  return wijk_words_fill (self, full, "n", number, NULL);
}

char *
wijk_words_number (const WijkWords *self, gint64 number)
{
  const char *separator = wijk_words_get (self, "number/thousands");
  g_autofree char *digits =
      g_strdup_printf ("%" G_GUINT64_FORMAT, number < 0 ? -(guint64) number : (guint64) number);
  gsize length = strlen (digits);
  GString *text = g_string_new (number < 0 ? wijk_words_get (self, "number/minus") : "");

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

char *
wijk_words_decimal (const WijkWords *self, double number)
{
  char plain[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *whole = NULL;
  char *point;

  if (!isfinite (number) || fabs (number) >= 1e15)
    return g_strdup (g_ascii_formatd (plain, sizeof plain, "%g", number));
  g_ascii_formatd (plain, sizeof plain, "%.3f", fabs (number));
  for (gsize end = strlen (plain); plain[end - 1] == '0'; end--)
    plain[end - 1] = '\0';
  point = strchr (plain, '.');
  *point = '\0';
  whole = wijk_words_number (self, g_ascii_strtoll (plain, NULL, 10));
  return g_strconcat (number < 0 ? wijk_words_get (self, "number/minus") : "",
                      whole,
                      point[1] ? wijk_words_get (self, "number/decimal") : "",
                      point + 1,
                      NULL);
}

char *
wijk_words_money (const WijkWords *self, gint64 cents)
{
  g_autofree char *whole = wijk_words_number (self, cents / 100);
  g_autofree char *rest = NULL, *amount = NULL;
  int left = (int) ABS (cents % 100);

  if (left > 0)
    rest = g_strdup_printf ("%s%02d", wijk_words_get (self, "number/decimal"), left);
  amount = g_strconcat (
      cents < 0 && cents > -100 ? wijk_words_get (self, "number/minus") : "", whole, rest, NULL);
  return wijk_words_fill (self, "number/money", "amount", amount, NULL);
}

static const char *
get_month (const WijkWords *self, int month)
{
  char key[16];

  g_snprintf (key, sizeof key, "month/%d", CLAMP (month, 1, 12));
  return wijk_words_get (self, key);
}

/* Reads N digits at `at`; -1 if there is something else. */
static int
read_digits (const char *at, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (at[i]))
        return -1;
      value = value * 10 + at[i] - '0';
    }
  return value;
}

static char *
fill_day (const WijkWords *self, int year, int month, int day)
{
  g_autofree char *year_text = g_strdup_printf ("%d", year);
  g_autofree char *day_text = g_strdup_printf ("%d", day);

  return wijk_words_fill (
      self, "date/day", "day", day_text, "month", get_month (self, month), "year", year_text, NULL);
}

char *
wijk_words_date (const WijkWords *self, const char *iso)
{
  gsize length = iso ? strlen (iso) : 0;
  int year = length >= 7 ? read_digits (iso, 4) : -1;
  int month = year >= 0 && iso[4] == '-' ? read_digits (iso + 5, 2) : -1;
  g_autofree char *number = g_strdup_printf ("%d", year);

  if (month < 1 || month > 12)
    return g_strdup (iso ? iso : "");
  if (length == 7)
    return wijk_words_fill (
        self, "date/month", "month", get_month (self, month), "year", number, NULL);
  if (length >= 10 && iso[7] == '-' && read_digits (iso + 8, 2) > 0)
    return fill_day (self, year, month, read_digits (iso + 8, 2));
  return g_strdup (iso);
}

char *
wijk_words_moment (const WijkWords *self, int year, int month, int day, int hour, int minute)
{
  g_autofree char *date = fill_day (self, year, month, day);
  g_autofree char *hour_text = g_strdup_printf ("%02d", hour);
  g_autofree char *minute_text = g_strdup_printf ("%02d", minute);

  return wijk_words_fill (
      self, "date/moment", "date", date, "hour", hour_text, "minute", minute_text, NULL);
}

static char *
fill_years (const WijkWords *self, const char *key, int first, int last)
{
  g_autofree char *from = g_strdup_printf ("%d", first);
  g_autofree char *to = g_strdup_printf ("%d", last);

  if (first <= 0 && last <= 0)
    return g_strdup ("");
  if (first == last || last <= 0)
    return g_steal_pointer (&from);
  if (first <= 0)
    return g_steal_pointer (&to);
  return wijk_words_fill (self, key, "first", from, "last", to, NULL);
}

char *
wijk_words_years (const WijkWords *self, int first, int last)
{
  return fill_years (self, "date/years", first, last);
}

char *
wijk_words_short_years (const WijkWords *self, int first, int last)
{
  return fill_years (self, "date/years-short", first, last);
}

char *
wijk_words_short_month (const WijkWords *self, const char *iso)
{
  int year = iso && strlen (iso) == 7 ? read_digits (iso, 4) : -1;
  int month = year >= 0 ? read_digits (iso + 5, 2) : -1;
  g_autofree char *number = g_strdup_printf ("%d", year);
  char key[24];

  if (month < 1 || month > 12)
    return wijk_words_date (self, iso);
  g_snprintf (key, sizeof key, "month-short/%d", month);
  return wijk_words_fill (
      self, "date/month-short", "month", wijk_words_get (self, key), "year", number, NULL);
}
