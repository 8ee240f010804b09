/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who may read a file. */
typedef enum
{
  WIJK_AUDIENCE_PUBLIC,   /* openbaar: everyone */
  WIJK_AUDIENCE_INTERNAL, /* intern: who works on the plan */
} WijkAudience;

/* The word that stands in files: "openbaar" or "intern". */
const char *wijk_audience_to_word (WijkAudience audience);

/* FALSE for any other word. */
gboolean wijk_audience_from_word (const char *word, WijkAudience *audience);

G_END_DECLS
