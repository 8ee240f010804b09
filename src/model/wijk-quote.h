/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-record.h"

G_BEGIN_DECLS

/* Words quoted from a page of a source. */
#define WIJK_TYPE_QUOTE (wijk_quote_get_type ())
G_DECLARE_FINAL_TYPE (WijkQuote, wijk_quote, WIJK, QUOTE, WijkRecord)

struct _WijkQuote
{
  WijkRecord parent_instance;

  char *source;
  char *page_label;
  gint64 page_index;
  char *rectangles;
  char *text;
};

G_END_DECLS
