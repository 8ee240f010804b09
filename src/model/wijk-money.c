/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-money.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (WijkMoneyError, wijk_money_error)

/* The text with one kind of space and minus, and without the sign of the euro around it. */
static char *
normalize (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\u20ac", " ", 1);
  g_string_replace (plain, "\u00a0", " ", 0);
  g_string_replace (plain, "\u202f", " ", 0);
  g_string_replace (plain, "\u2212", "-", 0);
  g_string_replace (plain, "\u2013", "-", 0);
  g_string_replace (plain, "\u2014", "-", 0);

  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

static guint
count_digits (const char *text)
{
  guint n = 0;

  while (g_ascii_isdigit (text[n]))
    n++;

  return n;
}

/* Appends the digits of whole euros to @digits; where they end, NULL if the thousands are wrong. */
static const char *
take_euros (const char *text, GString *digits)
{
  guint n = count_digits (text);
  char between = text[n];

  if (n == 0)
    return NULL;

  g_string_append_len (digits, text, n);
  text += n;
  if (between != '.' && between != ' ')
    return text;
  if (n > 3)
    return NULL;

  for (; *text == between; text += 4)
    {
      if (count_digits (text + 1) != 3)
        return NULL;
      g_string_append_len (digits, text + 1, 3);
    }

  return text;
}

/* Appends two digits of cents: ",5" is fifty, ",-" none. */
static const char *
take_cents (const char *text, GString *digits)
{
  guint n;

  if (*text != ',')
    {
      g_string_append (digits, "00");
      return text;
    }

  text++;
  n = count_digits (text);
  if (n == 0 && *text == '-')
    {
      g_string_append (digits, "00");
      return text + strspn (text, "-");
    }
  if (n == 0 || n > 2)
    return NULL;

  g_string_append_len (digits, text, n);
  if (n == 1)
    g_string_append_c (digits, '0');

  return text + n;
}

static gboolean
add_up (const char *digits, gint64 *cents)
{
  *cents = 0;
  for (; *digits != '\0'; digits++)
    {
      *cents = *cents * 10 + (*digits - '0');
      if (*cents > WIJK_MONEY_MOST)
        return FALSE;
    }

  return TRUE;
}

gboolean
wijk_money_parse (const char *text, gint64 *cents, GError **error)
{
  g_autofree char *plain = normalize (text);
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean negative = *plain == '-';
  const char *rest = plain + (negative ? 1 : 0);

  rest += strspn (rest, " ");
  rest = take_euros (rest, digits);
  if (rest != NULL)
    rest = take_cents (rest, digits);
  if (rest == NULL || *rest != '\0')
    {
      g_set_error (error,
                   WIJK_MONEY_ERROR,
                   WIJK_MONEY_ERROR_FORM,
                   _ ("“%s” is not an amount. Write it as 12.500 or 12.500,00."),
                   text);
      return FALSE;
    }
  if (!add_up (digits->str, cents))
    {
      g_set_error (error,
                   WIJK_MONEY_ERROR,
                   WIJK_MONEY_ERROR_RANGE,
                   _ ("“%s” is more than can be kept."),
                   text);
      return FALSE;
    }
  if (negative)
    *cents = -*cents;

  return TRUE;
}

char *
wijk_money_format (gint64 cents)
{
  guint64 absolute = cents < 0 ? -(guint64) cents : (guint64) cents;
  g_autofree char *euros = g_strdup_printf ("%" G_GUINT64_FORMAT, absolute / 100);
  g_autoptr (GString) text = g_string_new (cents < 0 ? "-" : NULL);
  gsize length = strlen (euros);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, euros[i]);
    }
  g_string_append_printf (text, ",%02u", (guint) (absolute % 100));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
