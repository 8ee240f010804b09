/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-json-scan.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MAX_NUMBER 64
#define MAX_SHOWN_KEY 60

G_DEFINE_QUARK (WijkJsonError, wijk_json_error)

typedef enum
{
  AT_VALUE,
  AT_FIRST_VALUE, /* or the end of the array */
  AT_FIRST_KEY,   /* or the end of the object */
  BEHIND_VALUE,
  BEHIND_ALL,
  AT_FAULT,
} Position;

typedef struct
{
  gboolean is_object;
  guint index;
  GString *key; /* kept for reuse */
} Level;

struct _WijkJsonScan
{
  const char *start;
  const char *at;
  const char *end;
  guint first_line;
  gboolean is_broken; /* what follows the end is not UTF-8 */
  Position position;
  guint max_values;
  guint n_values;
  guint depth;
  Level levels[WIJK_JSON_MAX_DEPTH];
  GString *text;
  gint64 number;
  GError **error; /* of the call that runs */
};

/* ---- faults ---- */

void
wijk_json_append_key (GString *place, const char *key)
{
  guint n = 0;

  g_string_append_c (place, '.');
  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == MAX_SHOWN_KEY)
        {
          g_string_append (place, "…");
          return;
        }
      g_string_append_unichar (place, g_unichar_isprint (c) ? c : '?');
    }
}

char *
wijk_json_scan_dup_place (WijkJsonScan *self)
{
  GString *place = g_string_new ("$");

  for (guint i = 0; i < self->depth; i++)
    if (!self->levels[i].is_object)
      g_string_append_printf (place, "[%u]", self->levels[i].index);
    else if (self->levels[i].key->len > 0)
      wijk_json_append_key (place, self->levels[i].key->str);

  return g_string_free (place, FALSE);
}

static WijkJsonToken
fail (WijkJsonScan *self, WijkJsonError code, const char *why)
{
  g_autofree char *place = wijk_json_scan_dup_place (self);
  guint line = self->first_line;

  for (const char *p = self->start; p < self->at; p++)
    if (*p == '\n')
      line++;
  self->position = AT_FAULT;
  /* Translators: place in a file such as $.priorities[3], number of the line, what is wrong */
  g_set_error (self->error, WIJK_JSON_ERROR, code, _ ("%s (line %u): %s"), place, line, why);

  return WIJK_JSON_ERRED;
}

static WijkJsonToken
fail_syntax (WijkJsonScan *self, const char *why)
{
  return fail (self, WIJK_JSON_ERROR_SYNTAX, why);
}

static WijkJsonToken
fail_unexpected (WijkJsonScan *self)
{
  if (self->at >= self->end && self->is_broken)
    return fail_syntax (self, _ ("The text is not valid UTF-8."));
  if (self->at >= self->end)
    return fail_syntax (self, _ ("The file ends too early."));

  return fail_syntax (self, _ ("This is not well-formed JSON."));
}

/* ---- pieces ---- */

static void
skip_space (WijkJsonScan *self)
{
  while (self->at < self->end &&
         (*self->at == ' ' || *self->at == '\n' || *self->at == '\t' || *self->at == '\r'))
    self->at++;
}

static gboolean
take_char (WijkJsonScan *self, char c)
{
  if (self->at >= self->end || *self->at != c)
    return FALSE;
  self->at++;

  return TRUE;
}

/* Four hexadecimal digits, or -1. */
static int
take_unit (WijkJsonScan *self)
{
  int unit = 0;

  if (self->end - self->at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*self->at++);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }

  return unit;
}

/* What follows `\u`: a character, from one unit or a pair of surrogates. */
static gboolean
take_escaped_unit (WijkJsonScan *self)
{
  int unit = take_unit (self);
  int low;

  if (unit <= 0 || (unit >= 0xdc00 && unit < 0xe000))
    return FALSE;
  if (unit < 0xd800 || unit >= 0xe000)
    {
      g_string_append_unichar (self->text, (gunichar) unit);
      return TRUE;
    }
  if (!take_char (self, '\\') || !take_char (self, 'u'))
    return FALSE;
  low = take_unit (self);
  if (low < 0xdc00 || low >= 0xe000)
    return FALSE;
  g_string_append_unichar (self->text,
                           (gunichar) (0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)));

  return TRUE;
}

static gboolean
take_escape (WijkJsonScan *self)
{
  static const char signs[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  const char *found;
  char c;

  if (self->at >= self->end)
    return FALSE;
  c = *self->at++;
  if (c == 'u')
    return take_escaped_unit (self);
  found = c != '\0' ? strchr (signs, c) : NULL;
  if (found == NULL)
    return FALSE;
  g_string_append_c (self->text, meant[found - signs]);

  return TRUE;
}

/* From behind the opening quote on. */
static gboolean
take_string (WijkJsonScan *self)
{
  g_string_truncate (self->text, 0);
  for (;;)
    {
      const char *plain = self->at;

      while (self->at < self->end && *self->at != '"' && *self->at != '\\' &&
             (guchar) *self->at >= 0x20)
        self->at++;
      g_string_append_len (self->text, plain, self->at - plain);
      if (take_char (self, '"'))
        return TRUE;
      if (self->at >= self->end)
        {
          (void) fail_unexpected (self);
          return FALSE;
        }
      if (!take_char (self, '\\') || !take_escape (self))
        {
          (void) fail_syntax (self, _ ("A text is not closed or has a sign that cannot be in it."));
          return FALSE;
        }
    }
}

static gboolean
take_digits (WijkJsonScan *self)
{
  const char *first = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;

  return self->at > first;
}

/* By the grammar of JSON; *@is_real if it has a fraction or an exponent. */
static gboolean
take_number (WijkJsonScan *self, gboolean *is_real)
{
  *is_real = FALSE;
  (void) take_char (self, '-');
  if (!take_char (self, '0') && !take_digits (self))
    return FALSE;
  if (take_char (self, '.'))
    {
      *is_real = TRUE;
      if (!take_digits (self))
        return FALSE;
    }
  if (take_char (self, 'e') || take_char (self, 'E'))
    {
      *is_real = TRUE;
      if (!take_char (self, '+'))
        (void) take_char (self, '-');
      if (!take_digits (self))
        return FALSE;
    }

  return TRUE;
}

static WijkJsonToken
read_number (WijkJsonScan *self)
{
  const char *first = self->at;
  gboolean is_real;

  if (!take_number (self, &is_real))
    return fail_unexpected (self);
  g_string_truncate (self->text, 0);
  g_string_append_len (self->text, first, MIN (self->at - first, MAX_NUMBER + 1));
  if (self->text->len > MAX_NUMBER ||
      (is_real ? !isfinite (g_ascii_strtod (self->text->str, NULL))
               : !g_ascii_string_to_signed (
                     self->text->str, 10, G_MININT64 + 1, G_MAXINT64, &self->number, NULL)))
    return fail_syntax (self, _ ("The number is too large."));

  return is_real ? WIJK_JSON_REAL : WIJK_JSON_INT;
}

static WijkJsonToken
read_word (WijkJsonScan *self, const char *word, WijkJsonToken token)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || strncmp (self->at, word, length) != 0)
    return fail_unexpected (self);
  self->at += length;

  return token;
}

/* ---- structure ---- */

static gboolean
count_value (WijkJsonScan *self)
{
  if (++self->n_values <= self->max_values)
    return TRUE;
  (void) fail (self, WIJK_JSON_ERROR_TOO_LARGE, _ ("The file holds too many values."));

  return FALSE;
}

static WijkJsonToken
enter (WijkJsonScan *self, gboolean is_object)
{
  Level *level;

  if (self->depth == WIJK_JSON_MAX_DEPTH)
    return fail (self, WIJK_JSON_ERROR_TOO_LARGE, _ ("Values are nested too deep."));
  level = &self->levels[self->depth++];
  level->is_object = is_object;
  level->index = 0;
  if (level->key == NULL)
    level->key = g_string_new (NULL);
  g_string_truncate (level->key, 0);
  self->at++;
  self->position = is_object ? AT_FIRST_KEY : AT_FIRST_VALUE;

  return is_object ? WIJK_JSON_OBJECT : WIJK_JSON_ARRAY;
}

static WijkJsonToken
leave (WijkJsonScan *self)
{
  self->depth--;
  self->position = self->depth > 0 ? BEHIND_VALUE : BEHIND_ALL;

  return self->levels[self->depth].is_object ? WIJK_JSON_OBJECT_END : WIJK_JSON_ARRAY_END;
}

static WijkJsonToken
read_scalar (WijkJsonScan *self)
{
  self->position = self->depth > 0 ? BEHIND_VALUE : BEHIND_ALL;
  switch (*self->at)
    {
    case '"':
      self->at++;
      return take_string (self) ? WIJK_JSON_STRING : WIJK_JSON_ERRED;
    case 't':
      return read_word (self, "true", WIJK_JSON_TRUE);
    case 'f':
      return read_word (self, "false", WIJK_JSON_FALSE);
    case 'n':
      return read_word (self, "null", WIJK_JSON_NULL);
    default:
      return read_number (self);
    }
}

static WijkJsonToken
read_value (WijkJsonScan *self)
{
  skip_space (self);
  if (self->at >= self->end)
    return fail_unexpected (self);
  if (!count_value (self))
    return WIJK_JSON_ERRED;
  if (*self->at == '{' || *self->at == '[')
    return enter (self, *self->at == '{');

  return read_scalar (self);
}

static WijkJsonToken
read_key (WijkJsonScan *self)
{
  Level *level = &self->levels[self->depth - 1];

  skip_space (self);
  g_string_truncate (level->key, 0);
  if (!take_char (self, '"'))
    return fail_unexpected (self);
  if (!count_value (self) || !take_string (self))
    return WIJK_JSON_ERRED;
  if (++level->index > WIJK_JSON_MAX_MEMBERS)
    return fail (self, WIJK_JSON_ERROR_TOO_LARGE, _ ("An object has too many members."));
  g_string_append_len (level->key, self->text->str, (gssize) self->text->len);
  skip_space (self);
  if (!take_char (self, ':'))
    return fail_unexpected (self);
  self->position = AT_VALUE;

  return WIJK_JSON_KEY;
}

static WijkJsonToken
read_behind_value (WijkJsonScan *self)
{
  Level *level = &self->levels[self->depth - 1];

  if (take_char (self, level->is_object ? '}' : ']'))
    return leave (self);
  if (!take_char (self, ','))
    return fail_unexpected (self);
  if (level->is_object)
    return read_key (self);
  level->index++;

  return read_value (self);
}

WijkJsonToken
wijk_json_scan_next (WijkJsonScan *self, GError **error)
{
  self->error = error;
  skip_space (self);
  switch (self->position)
    {
    case AT_VALUE:
      return read_value (self);
    case AT_FIRST_VALUE:
      return take_char (self, ']') ? leave (self) : read_value (self);
    case AT_FIRST_KEY:
      return take_char (self, '}') ? leave (self) : read_key (self);
    case BEHIND_VALUE:
      return read_behind_value (self);
    case BEHIND_ALL:
      if (self->at < self->end)
        return fail_syntax (self, _ ("Something stands behind the end."));
      if (self->is_broken)
        return fail_unexpected (self);
      return WIJK_JSON_END;
    case AT_FAULT:
    default:
      return WIJK_JSON_ERRED;
    }
}

gboolean
wijk_json_scan_refuse (WijkJsonScan *self, const char *why, GError **error)
{
  self->error = error;
  (void) fail (self, WIJK_JSON_ERROR_VALUE, why);

  return FALSE;
}

/* ---- making ---- */

WijkJsonScan *
wijk_json_scan_new (const char *text, gsize length, guint max_values)
{
  WijkJsonScan *self = g_new0 (WijkJsonScan, 1);

  self->max_values = max_values;
  self->text = g_string_new (NULL);
  wijk_json_scan_reset (self, text, length, 1);

  return self;
}

void
wijk_json_scan_reset (WijkJsonScan *self, const char *text, gsize length, guint line)
{
  const char *fault;

  self->start = self->at = text;
  self->end = text + length;
  self->first_line = line;
  self->position = AT_VALUE;
  self->n_values = 0;
  self->depth = 0;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
  self->is_broken = !g_utf8_validate (text, (gssize) length, &fault);
  if (self->is_broken)
    self->end = fault;
}

void
wijk_json_scan_free (WijkJsonScan *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < WIJK_JSON_MAX_DEPTH; i++)
    if (self->levels[i].key != NULL)
      g_string_free (self->levels[i].key, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}

const char *
wijk_json_scan_get_text (WijkJsonScan *self)
{
  return self->text->str;
}

gint64
wijk_json_scan_get_int (WijkJsonScan *self)
{
  return self->number;
}
