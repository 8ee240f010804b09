/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-area.h"
#include "wijk-change.h"
#include "wijk-id.h"
#include "wijk-place.h"

#define MAX_LINE 2000
#define MAX_TEXT (16 * 1024 * 1024)

G_DEFINE_QUARK (WijkFieldError, wijk_field_error)

static gboolean
refuse (const WijkField *field, const char *value, const char *why, GError **error)
{
  g_autofree char *shown = NULL;

  shown = g_utf8_strlen (value, -1) > 60 ? g_utf8_substring (value, 0, 60) : g_strdup (value);
  g_set_error (error,
               WIJK_FIELD_ERROR,
               WIJK_FIELD_ERROR_VALUE,
               /* Translators: name of a field, the value given, what is wrong with it */
               _ ("%s: “%s” %s."),
               field->key,
               shown,
               why);

  return FALSE;
}

static gboolean
parse_int (const char *text, gint64 *value)
{
  return g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, value, NULL);
}

static gboolean
check_int (const WijkField *field, const char *value, GError **error)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *why = NULL;
  gint64 number;

  if (!parse_int (value, &number))
    return refuse (field, value, _ ("is not a whole number"), error);
  if ((field->min == 0 && field->max == 0) || (number >= field->min && number <= field->max))
    return TRUE;
  least = g_strdup_printf ("%" G_GINT64_FORMAT, field->min);
  most = g_strdup_printf ("%" G_GINT64_FORMAT, field->max);
  why = g_strdup_printf (_ ("is not between %s and %s"), least, most);

  return refuse (field, value, why, error);
}

static gboolean
check_form (const WijkField *field, const char *value, GError **error)
{
  switch (field->form)
    {
    case WIJK_FORM_COLOUR:
      return (*value == '#' && wijk_is_hex (value + 1, 6)) ||
             refuse (field, value, _ ("is not a colour such as #1a5fb4"), error);
    case WIJK_FORM_SHA256:
      return wijk_is_hex (value, 64) || refuse (field, value, _ ("is not a SHA-256 hash"), error);
    case WIJK_FORM_AREA:
      return (g_ascii_isalpha (*value) && wijk_area_is_code (value) &&
              !g_str_has_prefix (value, "GM")) ||
             refuse (field, value, _ ("is not the code of a district or neighbourhood"), error);
    case WIJK_FORM_FREE:
    default:
      return TRUE;
    }
}

static gboolean
check_text (const WijkField *field, const char *value, GError **error)
{
  gsize length = strlen (value);

  if (!g_utf8_validate (value, (gssize) length, NULL))
    {
      g_set_error (error,
                   WIJK_FIELD_ERROR,
                   WIJK_FIELD_ERROR_VALUE,
                   _ ("%s: the text is not valid UTF-8."),
                   field->key);
      return FALSE;
    }
  if (length > ((field->flags & WIJK_FIELD_LINE) ? MAX_LINE : MAX_TEXT))
    return refuse (field, value, _ ("is too long"), error);
  if ((field->flags & WIJK_FIELD_LINE) && strpbrk (value, "\r\n") != NULL)
    return refuse (field, value, _ ("has more than one line"), error);
  if ((field->flags & WIJK_FIELD_PLACE) && !wijk_place_is_valid (value))
    return refuse (field, value, _ ("is not a place"), error);
  if ((field->flags & WIJK_FIELD_LINK) && !wijk_id_is_valid (value))
    return refuse (field, value, _ ("is not the id of a record"), error);

  return check_form (field, value, error);
}

gboolean
wijk_field_check (const WijkField *field, const char *value, GError **error)
{
  g_return_val_if_fail (field != NULL && value != NULL, FALSE);

  if (*value == '\0')
    {
      if ((field->flags & WIJK_FIELD_REQUIRED) == 0)
        return TRUE;
      g_set_error (error,
                   WIJK_FIELD_ERROR,
                   WIJK_FIELD_ERROR_REQUIRED,
                   _ ("%s: This cannot be empty."),
                   field->key);
      return FALSE;
    }

  switch (field->kind)
    {
    case WIJK_FIELD_TEXT:
      if ((field->flags & WIJK_FIELD_REQUIRED) != 0 && *(value + strspn (value, " \t\r\n")) == '\0')
        return wijk_field_check (field, "", error);
      return check_text (field, value, error);
    case WIJK_FIELD_INT:
      return check_int (field, value, error);
    case WIJK_FIELD_BOOL:
      return g_str_equal (value, "1") || refuse (field, value, _ ("is neither 1 nor empty"), error);
    case WIJK_FIELD_CHOICE:
      return wijk_field_choice_from_word (field, value) > 0 ||
             refuse (field, value, _ ("is not one of the words that can stand here"), error);
    case WIJK_FIELD_DATE:
      return wijk_date_is_valid (value, (field->flags & WIJK_FIELD_MONTH) != 0) ||
             refuse (field,
                     value,
                     (field->flags & WIJK_FIELD_MONTH) ? _ ("is not a month such as 2027-03")
                                                       : _ ("is not a date such as 2027-03-21"),
                     error);
    case WIJK_FIELD_SET:
    default:
      return refuse (field, value, _ ("is given for a set; add or remove members"), error);
    }
}

gboolean
wijk_field_check_member (const WijkField *field, const char *member, GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (field != NULL && field->kind == WIJK_FIELD_SET, FALSE);

  name = g_strconcat (field->key, "/", member, NULL);
  if (!wijk_field_name_is_valid (name))
    return refuse (field,
                   member != NULL && g_utf8_validate (member, -1, NULL) ? member : "",
                   _ ("cannot be a member"),
                   error);
  if ((field->flags & WIJK_FIELD_LINK) && !wijk_id_is_valid (member))
    return refuse (field, member, _ ("is not the id of a record"), error);
  if (field->choices != NULL && !g_strv_contains (field->choices, member))
    return refuse (field, member, _ ("is not one of the words that can stand here"), error);

  return check_form (field, member, error);
}

int
wijk_field_choice_from_word (const WijkField *field, const char *word)
{
  if (word == NULL || *word == '\0')
    return 0;
  for (int i = 0; field->choices[i] != NULL; i++)
    if (g_str_equal (field->choices[i], word))
      return i + 1;

  return -1;
}

const char *
wijk_field_choice_to_word (const WijkField *field, int choice)
{
  return choice > 0 ? field->choices[choice - 1] : "";
}

gboolean
wijk_date_is_valid (const char *text, gboolean month)
{
  static const char form[] = "0000-00-00";
  gsize length = month ? 7 : 10;
  int y, m, d;

  if (text == NULL || strlen (text) != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (form[i] == '-' ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  y = (int) g_ascii_strtoll (text, NULL, 10);
  m = (int) g_ascii_strtoll (text + 5, NULL, 10);
  d = month ? 1 : (int) g_ascii_strtoll (text + 8, NULL, 10);

  return y >= 1900 && y < 2200 && m >= 1 && m <= 12 && d >= 1 &&
         g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y);
}
