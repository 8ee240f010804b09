/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-personal.h"

#include <string.h>

/* How many bytes of what the pattern found are indeed of that kind; 0: none. */
typedef gsize (*Check) (const char *text, const char *start, gsize length);

/* g_str_has_prefix() measures the whole rest of the text. */
static gboolean
begins_as (const char *text, const char *prefix)
{
  return strncmp (text, prefix, strlen (prefix)) == 0;
}

static char *
dup_digits (const char *start, gsize length)
{
  GString *digits = g_string_sized_new (length);

  for (const char *p = start; p < start + length; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);

  return g_string_free_and_steal (digits);
}

static gsize
check_any (const char *text, const char *start, gsize length)
{
  return length;
}

/* 01-02-2027 and the like, with a time behind it. */
static gboolean
is_date (const char *p)
{
  gsize day = strspn (p, "0123456789");
  gsize month;

  if (day < 1 || day > 2 || strchr ("-/. ", p[day]) == NULL)
    return FALSE;

  month = strspn (p + day + 1, "0123456789");

  return month >= 1 && month <= 2 && p[day + 1 + month] == p[day] &&
         strspn (p + day + month + 2, "0123456789") == 4 &&
         (begins_as (p + day + month + 2, "19") || begins_as (p + day + month + 2, "20"));
}

/* How many digits a number has that begins as @digits do; 0 if it is none. A Dutch one has ten, or
 * nine behind 31, or behind 31 (0); elsewhere all of 8 to 15 belong to it. */
static gsize
count_wanted (const char *digits, gboolean is_abroad, gsize n_prefix)
{
  gsize n = strlen (digits);

  if (!is_abroad)
    return begins_as (digits, "0800") || begins_as (digits, "0900") ? 0 : 10;
  if (begins_as (digits + n_prefix, "310"))
    return n_prefix + 12;
  if (begins_as (digits + n_prefix, "31"))
    return n_prefix + 11;

  return n - n_prefix >= 8 && n - n_prefix <= 15 ? n : 0;
}

static gsize
check_phone (const char *text, const char *start, gsize length)
{
  g_autofree char *digits = dup_digits (start, length);
  gboolean is_double_zero = begins_as (start, "00");
  gsize wanted = count_wanted (digits, is_double_zero || *start == '+', is_double_zero ? 2 : 0);
  gsize n = 0;

  if (is_date (start))
    return 0;

  for (const char *p = start; p < start + length; p++)
    if (g_ascii_isdigit (*p) && ++n == wanted)
      return g_ascii_isdigit (p[1]) ? 0 : (gsize) (p + 1 - start);

  return 0;
}

/* ISO 13616: the first four to the back, letters as 10 to 35, modulo 97 is 1. */
static gboolean
is_iban (const char *iban, gsize length)
{
  guint rest = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = g_ascii_toupper (iban[(i + 4) % length]);

      if (g_ascii_isdigit (c))
        rest = (rest * 10 + (c - '0')) % 97;
      else
        rest = (rest * 100 + (c - 'A' + 10)) % 97;
    }

  return rest == 1;
}

static gsize
check_iban (const char *text, const char *start, gsize length)
{
  char iban[35];
  gsize ends[35];
  gsize n = 0;

  for (gsize i = 0; i < length && n < 34; i++)
    if (start[i] != ' ')
      {
        iban[n] = start[i];
        ends[n++] = i + 1;
      }

  /* the longest that fits, for what follows may look like more of it */
  for (; n >= 15; n--)
    if (!g_ascii_isalnum (start[ends[n - 1]]) && is_iban (iban, n) &&
        (g_ascii_strncasecmp (iban, "NL", 2) != 0 || n == 18))
      return ends[n - 1];

  return 0;
}

/* The eleven test: the sum of each digit times 9, 8, ... 2 and -1 is a multiple of 11. */
static gsize
check_bsn (const char *text, const char *start, gsize length)
{
  g_autofree char *digits = dup_digits (start, length);
  const char *before = start;
  int sum = 0;

  for (int i = 0; i < 8; i++)
    sum += (digits[i] - '0') * (9 - i);
  sum -= digits[8] - '0';

  while (before > text && before[-1] == ' ')
    before--;
  if (before - text >= 3 && memcmp (before - 3, "€", 3) == 0)
    return 0;

  return sum % 11 == 0 && strspn (digits, "0") < 9 ? length : 0;
}

static gboolean
is_one_of (const char *word, gsize length, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (word, words[i], length) == 0)
      return TRUE;

  return FALSE;
}

/* Four digits and two letters that are not a year and a word, or a number and its unit. */
static gsize
check_postcode (const char *text, const char *start, gsize length)
{
  static const char *const never[] = { "SA", "SD", "SS", NULL };
  static const char *const words[] = { "EN", "OF", "TE", "IN", "IS", "OP", "ER", "DE", "JE",
                                       "WE", "ZE", "IK", "BV", "NR", "NA", "AL", "TM", NULL };
  static const char *const units[] = { "kg", "km", "cm", "mm", "dm", "ml", "cl", "dl", "kw",
                                       "mw", "kb", "mb", "gb", "hz", "pk", "ha", NULL };
  const char *letters = start + length - 2;

  if (is_one_of (letters, 2, never) || is_one_of (letters, 2, words))
    return 0;
  if (is_one_of (letters, 2, units) && g_ascii_islower (letters[0]))
    return 0;

  return length;
}

/* Not "Stationsweg 2030" and "Voetpad 2 meter". */
static gsize
check_street (const char *text, const char *start, gsize length)
{
  static const char *const units[] = { "m",      "m2",    "meter",   "km",  "cm",   "mm",
                                       "keer",   "x",     "jaar",    "uur", "euro", "procent",
                                       "mensen", "bomen", "minuten", NULL };
  const char *number = start + length;
  const char *next = start + length;
  gsize word;

  while (number > start && number[-1] != ' ')
    number--;
  if (strspn (number, "0123456789") == 4 && (*number == '1' || *number == '2'))
    return 0;

  next += strspn (next, " ");
  word = strcspn (next, " \t\n.,;:!?()");
  if (*next == '%' || is_one_of (next, word, units))
    return 0;

  return begins_as (start, "Onderweg") ? 0 : length;
}

/* In the order in which they have the first say. */
static const struct
{
  WijkPersonalKind kind;
  const char *pattern;
  Check check;
} patterns[] = {
  { WIJK_PERSONAL_EMAIL,
    "(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w-]{1,63}+(?:\\.[\\w-]{1,63}+){1,8}+",
    check_any },
  { WIJK_PERSONAL_IBAN, "(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?: ?[A-Za-z0-9]){11,40}", check_iban },
  { WIJK_PERSONAL_PHONE,
    "(?<![0-9A-Za-z+.,/-])(?:(?:\\+|00)[1-9]|\\(?0[1-9])(?:[ .()/-]{0,3}[0-9]){7,16}",
    check_phone },
  { WIJK_PERSONAL_BSN,
    "(?<![0-9A-Za-z.,/+-])(?:[0-9]{9}|[0-9]{4}([ .-])[0-9]{2}\\1[0-9]{3}"
    "|[0-9]{3}([ .-])[0-9]{3}\\2[0-9]{3})(?![0-9A-Za-z]|[.,/-][0-9])",
    check_bsn },
  { WIJK_PERSONAL_ADDRESS,
    "(?<![0-9A-Za-z.,-])[1-9][0-9]{3}(?: ?[A-Z]{2}|[a-z]{2})(?![0-9A-Za-z])",
    check_postcode },
  { WIJK_PERSONAL_ADDRESS,
    "(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}'’-]{1,40}?"
    "(?:straat|laan|weg|plein|gracht|kade|hof|dijk|steeg|singel|plantsoen|pad|dreef|haven|wal|"
    "markt)"
    " [1-9][0-9]{0,3}(?:-?[A-Za-z](?!\\p{L})|-[0-9]{1,4})?(?![0-9A-Za-z]|[.,][0-9])",
    check_street },
};

static GRegex *
get_regex (guint n)
{
  static GRegex *regexes[G_N_ELEMENTS (patterns)];

  if (g_once_init_enter_pointer (&regexes[n]))
    {
      GRegex *regex = g_regex_new (patterns[n].pattern, G_REGEX_OPTIMIZE, 0, NULL);

      g_once_init_leave_pointer (&regexes[n], regex);
    }

  return regexes[n];
}

/* @taken has a byte for each of @text: what an earlier kind has already found. */
static void
find_kind (GArray *found, const char *text, guint n, GByteArray *taken)
{
  gsize at = 0;

  while (at < taken->len)
    {
      g_autoptr (GMatchInfo) match = NULL;
      int start, end;
      gsize length;

      if (!g_regex_match_full (get_regex (n), text, taken->len, at, 0, &match, NULL) ||
          !g_match_info_fetch_pos (match, 0, &start, &end))
        return;

      length = patterns[n].check (text, text + start, end - start);
      if (length > 0 && memchr (taken->data + start, 1, length) == NULL)
        {
          WijkPersonal one = { start, start + length, patterns[n].kind };

          g_array_append_val (found, one);
          memset (taken->data + start, 1, length);
        }
      at = length > 0 ? start + length : (gsize) (g_utf8_next_char (text + start) - text);
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const WijkPersonal *one = a;
  const WijkPersonal *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

GArray *
wijk_personal_find (const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (WijkPersonal));
  g_autoptr (GByteArray) taken = NULL;

  if (text == NULL || *text == '\0' || !g_utf8_validate (text, -1, NULL))
    return found;

  taken = g_byte_array_new ();
  g_byte_array_set_size (taken, strlen (text));
  memset (taken->data, 0, taken->len);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    find_kind (found, text, i, taken);
  g_array_sort (found, compare_starts);

  return found;
}
