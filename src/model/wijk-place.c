/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-place.h"

#include <string.h>

#include "wijk-id.h"

static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
#define BASE 36
#define APPEND_DIGITS 5
#define MAX_KEY 400
#define N_LETTERS 3

static int
digit_at (const char *key, gsize at)
{
  const char *found = key != NULL && at < strlen (key) ? strchr (digits, key[at]) : NULL;

  return found != NULL ? (int) (found - digits) : 0;
}

static void
add_letters (GString *key)
{
  for (guint i = 0; i < N_LETTERS; i++)
    g_string_append_c (key, digits[g_random_int_range (10, BASE)]);
}

/* Appending counts up in the first digits, so that keys of a long list stay short. */
static char *
key_after (const char *before)
{
  GString *key = g_string_new (NULL);
  gint64 count = 0;

  for (guint i = 0; i < APPEND_DIGITS; i++)
    count = count * BASE + (before != NULL ? digit_at (before, i) : (i == 1 ? 1 : 0));
  count++;
  for (guint i = 0, unit = BASE * BASE * BASE * BASE; i < APPEND_DIGITS; i++, unit /= BASE)
    g_string_append_c (key, digits[(count / unit) % BASE]);
  add_letters (key);
  if (before != NULL && strcmp (key->str, before) <= 0) /* the count is full: go on behind it */
    {
      g_string_assign (key, before);
      add_letters (key);
    }

  return g_string_free (key, FALSE);
}

/* Prepending counts down in the same way, as long as there is something to count down. */
static char *
key_ahead_of (const char *after)
{
  GString *key = g_string_new (NULL);
  gint64 count = 0;

  for (guint i = 0; i < APPEND_DIGITS; i++)
    count = count * BASE + digit_at (after, i);
  if (--count > 0)
    {
      for (guint i = 0, unit = BASE * BASE * BASE * BASE; i < APPEND_DIGITS; i++, unit /= BASE)
        g_string_append_c (key, digits[(count / unit) % BASE]);
      add_letters (key);
    }

  return g_string_free (key, key->len == 0);
}

/* Digits of @before as long as there is no room below @after, then the middle of the gap. */
static char *
key_between (const char *before, const char *after)
{
  GString *key = g_string_new (NULL);
  gboolean bounded = TRUE;

  for (gsize i = 0; i + 1 + N_LETTERS <= MAX_KEY; i++)
    {
      int low = digit_at (before, i);
      int high = bounded ? (i < strlen (after) ? digit_at (after, i) : 0) : BASE;

      if (high - low > 1)
        {
          g_string_append_c (key, digits[(low + high) / 2]);
          add_letters (key);
          return g_string_free (key, FALSE);
        }
      g_string_append_c (key, digits[low]);
      if (low < high)
        bounded = FALSE;
    }

  g_string_free (key, TRUE);

  return NULL;
}

char *
wijk_place_new (const char *parent, const char *before, const char *after)
{
  g_autofree char *key = NULL;

  if (before != NULL && *before == '\0')
    before = NULL;
  if (after == NULL || *after == '\0')
    key = key_after (before);
  else if (before != NULL && strcmp (before, after) >= 0)
    return NULL;
  else
    key = before == NULL ? key_ahead_of (after) : NULL;
  if (key == NULL)
    key = key_between (before, after);
  if (key == NULL || strlen (key) > MAX_KEY ||
      (after != NULL && *after != '\0' && strcmp (key, after) >= 0))
    return NULL;

  return g_strconcat (parent != NULL ? parent : "", "/", key, NULL);
}

char *
wijk_place_dup_parent (const char *place)
{
  const char *slash = place != NULL ? strchr (place, '/') : NULL;

  return slash != NULL ? g_strndup (place, (gsize) (slash - place)) : g_strdup ("");
}

const char *
wijk_place_get_key (const char *place)
{
  const char *slash = place != NULL ? strchr (place, '/') : NULL;

  return slash != NULL ? slash + 1 : "";
}

gboolean
wijk_place_is_valid (const char *place)
{
  g_autofree char *parent = wijk_place_dup_parent (place);
  const char *key = wijk_place_get_key (place);

  if (place == NULL || *key == '\0' || strlen (key) > MAX_KEY)
    return FALSE;
  if (*parent != '\0' && !wijk_id_is_valid (parent))
    return FALSE;

  return strspn (key, digits) == strlen (key);
}
