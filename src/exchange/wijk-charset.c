/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-charset.h"

#include <string.h>

#include "wijk-paste.h"

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

static gboolean
is_big_endian (const guint8 *data, gsize length)
{
  return length >= 2 && ((data[0] == 0xfe && data[1] == 0xff) || (data[0] == 0 && data[1] != 0));
}

static char *
decode_utf16 (const guint8 *data, gsize length)
{
  gboolean is_big = is_big_endian (data, length);
  g_autofree gunichar2 *units = g_new (gunichar2, length / 2 + 1);

  for (gsize i = 0; i < length / 2; i++)
    {
      units[i] = is_big ? (gunichar2) (data[2 * i] << 8 | data[2 * i + 1])
                        : (gunichar2) (data[2 * i] | data[2 * i + 1] << 8);
      if (units[i] == 0)
        return NULL;
    }

  return g_utf16_to_utf8 (units, (glong) (length / 2), NULL, NULL, NULL);
}

static char *
decode_utf8 (const guint8 *data, gsize length)
{
  return g_utf8_validate ((const char *) data, (gssize) length, NULL)
             ? g_strndup ((const char *) data, length)
             : NULL;
}

static WijkCharset
find_charset (const guint8 *data, gsize length)
{
  if (length >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || is_big_endian (data, length) ||
                      (data[0] != 0 && data[1] == 0)))
    return WIJK_CHARSET_UTF16;
  if ((length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) ||
      g_utf8_validate ((const char *) data, (gssize) length, NULL))
    return WIJK_CHARSET_UTF8;

  return WIJK_CHARSET_WINDOWS;
}

char *
wijk_charset_decode (GBytes *bytes, WijkCharset *charset)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;

  if (*charset == WIJK_CHARSET_FOUND)
    *charset = find_charset (data, length);
  switch (*charset)
    {
    case WIJK_CHARSET_UTF16:
      text = decode_utf16 (data, length);
      break;
    case WIJK_CHARSET_WINDOWS:
      text = decode_windows (data, length);
      break;
    case WIJK_CHARSET_UTF8:
    case WIJK_CHARSET_FOUND:
    default:
      text = decode_utf8 (data, length);
      break;
    }

  return text != NULL ? wijk_text_clean_paste (text, -1) : NULL;
}
