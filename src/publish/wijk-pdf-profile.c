/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-pdf-finish.h"

#include <math.h>
#include <string.h>

/* A small ICC version 4 profile of sRGB: a matrix and one curve for all three colours. */

#define N_TAGS 10

static void
put_u32 (GByteArray *array, guint32 value)
{
  const guint8 bytes[] = { value >> 24, value >> 16, value >> 8, value };

  g_byte_array_append (array, bytes, sizeof bytes);
}

static void
put_u16 (GByteArray *array, guint16 value)
{
  const guint8 bytes[] = { value >> 8, value };

  g_byte_array_append (array, bytes, sizeof bytes);
}

static void
put_sign (GByteArray *array, const char *sign)
{
  g_byte_array_append (array, (const guint8 *) sign, 4);
}

static void
put_fixed (GByteArray *array, double value)
{
  put_u32 (array, (guint32) (gint32) lround (value * 65536.0));
}

static void
set_u32 (GByteArray *array, guint at, guint32 value)
{
  const guint8 bytes[] = { value >> 24, value >> 16, value >> 8, value };

  memcpy (array->data + at, bytes, sizeof bytes);
}

static void
put_words (GByteArray *array, const char *text)
{
  put_sign (array, "mluc");
  put_u32 (array, 0);
  put_u32 (array, 1);
  put_u32 (array, 12);
  put_sign (array, "enUS");
  put_u32 (array, (guint32) strlen (text) * 2);
  put_u32 (array, 28);
  for (; *text; text++)
    put_u16 (array, (guint8) *text);
}

static void
put_point (GByteArray *array, double x, double y, double z)
{
  put_sign (array, "XYZ ");
  put_u32 (array, 0);
  put_fixed (array, x);
  put_fixed (array, y);
  put_fixed (array, z);
}

static void
put_adaptation (GByteArray *array)
{
  static const double values[9] = { 1.047882,  0.022918,  -0.050217, 0.029587, 0.990479,
                                    -0.017059, -0.009232, 0.015076,  0.751678 };

  put_sign (array, "sf32");
  put_u32 (array, 0);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    put_fixed (array, values[i]);
}

static void
put_curve (GByteArray *array)
{
  put_sign (array, "para");
  put_u32 (array, 0);
  put_u16 (array, 3);
  put_u16 (array, 0);
  put_fixed (array, 2.4);
  put_fixed (array, 1 / 1.055);
  put_fixed (array, 0.055 / 1.055);
  put_fixed (array, 1 / 12.92);
  put_fixed (array, 0.04045);
}

static void
put_header (GByteArray *array)
{
  put_u32 (array, 0); /* the size, set at the end */
  put_u32 (array, 0);
  put_u32 (array, 0x04200000);
  put_sign (array, "mntr");
  put_sign (array, "RGB ");
  put_sign (array, "XYZ ");
  put_u16 (array, 2026);
  put_u16 (array, 1);
  put_u16 (array, 1);
  for (int i = 0; i < 3; i++)
    put_u16 (array, 0);
  put_sign (array, "acsp");
  for (int i = 0; i < 7; i++)
    put_u32 (array, 0);
  put_fixed (array, 0.9642);
  put_fixed (array, 1.0);
  put_fixed (array, 0.8249);
  for (int i = 0; i < 12; i++)
    put_u32 (array, 0);
  g_assert (array->len == 128);
}

static void
put_tag (GByteArray *array, int tag)
{
  switch (tag)
    {
    case 0:
      put_words (array, "sRGB");
      break;
    case 1:
      put_words (array, "CC0");
      break;
    case 2:
      put_point (array, 0.9642, 1.0, 0.8249);
      break;
    case 3:
      put_adaptation (array);
      break;
    case 4:
      put_point (array, 0.436065674, 0.222488403, 0.013916016);
      break;
    case 5:
      put_point (array, 0.385147095, 0.716873169, 0.097076416);
      break;
    case 6:
      put_point (array, 0.143066406, 0.060607910, 0.714096069);
      break;
    default:
      put_curve (array);
      break;
    }
}

GBytes *
wijk_pdf_create_srgb (void)
{
  static const char *const names[N_TAGS] = { "desc", "cprt", "wtpt", "chad", "rXYZ",
                                             "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
  GByteArray *array = g_byte_array_new ();
  guint table, offset = 0, length = 0;

  put_header (array);
  put_u32 (array, N_TAGS);
  table = array->len;
  for (int i = 0; i < N_TAGS; i++)
    {
      put_sign (array, names[i]);
      put_u32 (array, 0);
      put_u32 (array, 0);
    }
  for (int i = 0; i < N_TAGS; i++)
    {
      if (i <= 7) /* the last two curves are the first one */
        {
          while (array->len % 4)
            g_byte_array_append (array, (const guint8[]) { 0 }, 1);
          offset = array->len;
          put_tag (array, i);
          length = array->len - offset;
        }
      set_u32 (array, table + (guint) i * 12 + 4, offset);
      set_u32 (array, table + (guint) i * 12 + 8, length);
    }
  while (array->len % 4)
    g_byte_array_append (array, (const guint8[]) { 0 }, 1);
  set_u32 (array, 0, array->len);
  return g_byte_array_free_to_bytes (array);
}
