/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-scan-place.h"

#include <math.h>

#define MOST 100000.0 /* points: larger than any sheet */

char *
wijk_scan_place_format (const WijkPdfRectangle *rectangle)
{
  const double values[] = { rectangle->x, rectangle->y, rectangle->width, rectangle->height };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (number, sizeof number, "%.1f", values[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", number);
    }

  return g_string_free (text, FALSE);
}

gboolean
wijk_scan_place_parse (const char *text, WijkPdfRectangle *rectangle)
{
  double values[4];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      char *end;

      values[i] = text != NULL ? g_ascii_strtod (text, &end) : NAN;
      if (!isfinite (values[i]) || end == text || fabs (values[i]) > MOST ||
          *end != (i + 1 < G_N_ELEMENTS (values) ? ' ' : '\0'))
        return FALSE;
      text = end + 1;
    }
  if (values[2] <= 0 || values[3] <= 0)
    return FALSE;
  *rectangle = (WijkPdfRectangle) { values[0], values[1], values[2], values[3] };

  return TRUE;
}
