/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-id.h"

#include <string.h>
#include <sys/random.h>

static const char signs[] = "0123456789abcdefghijklmnopqrstuv";

static char *
id_from_bytes (const char *kind, const guint8 *bytes)
{
  GString *id = g_string_new (kind);

  g_string_append_c (id, '-');
  for (guint i = 0; i < WIJK_ID_SIGNS; i++)
    g_string_append_c (id, signs[bytes[i] & 31]);

  return g_string_free (id, FALSE);
}

char *
wijk_id_new (const char *kind)
{
  guint8 bytes[WIJK_ID_SIGNS];

  g_return_val_if_fail (kind != NULL, NULL);

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    for (guint i = 0; i < sizeof bytes; i++)
      bytes[i] = (guint8) g_random_int_range (0, 256);

  return id_from_bytes (kind, bytes);
}

char *
wijk_id_derive (const char *kind, const char *seed)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 bytes[32];
  gsize n_bytes = sizeof bytes;

  g_return_val_if_fail (kind != NULL && seed != NULL, NULL);

  g_checksum_update (sum, (const guchar *) seed, (gssize) strlen (seed));
  g_checksum_get_digest (sum, bytes, &n_bytes);

  return id_from_bytes (kind, bytes);
}

gboolean
wijk_id_is_valid (const char *id)
{
  const char *p = id;

  if (id == NULL)
    return FALSE;
  while (*p >= 'a' && *p <= 'z')
    p++;
  if (p == id || p - id > 24 || *p != '-')
    return FALSE;
  p++;
  for (guint i = 0; i < WIJK_ID_SIGNS; i++, p++)
    if (!((*p >= '0' && *p <= '9') || (*p >= 'a' && *p <= 'v')))
      return FALSE;

  return *p == '\0';
}

gboolean
wijk_id_has_kind (const char *id, const char *kind)
{
  gsize length = strlen (kind);

  return wijk_id_is_valid (id) && strncmp (id, kind, length) == 0 && id[length] == '-';
}

gboolean
wijk_is_hex (const char *text, gsize n_digits)
{
  if (text == NULL || strlen (text) != n_digits)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!((*p >= '0' && *p <= '9') || (*p >= 'a' && *p <= 'f')))
      return FALSE;

  return TRUE;
}
