/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-audience.h"

static const char *const words[] = {
  [WIJK_AUDIENCE_PUBLIC] = "openbaar",
  [WIJK_AUDIENCE_INTERNAL] = "intern",
};

const char *
wijk_audience_to_word (WijkAudience audience)
{
  return words[audience];
}

gboolean
wijk_audience_from_word (const char *word, WijkAudience *audience)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (word, words[i]) == 0)
      {
        *audience = (WijkAudience) i;
        return TRUE;
      }

  return FALSE;
}
