/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-number.h"

#include <math.h>

char *
wijk_number_show (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean is_whole = floor (value) == value && fabs (value) < 1e15;

  if (value == 0) /* not "-0" */
    return g_strdup ("0");

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, is_whole ? "%.0f" : "%.15g", value));
}
