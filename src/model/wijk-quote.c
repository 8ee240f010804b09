/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-quote.h"

static const WijkField quote_fields[] = {
  { "source",
    WIJK_FIELD_TEXT,
    offsetof (WijkQuote, source),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINK },
  { "page-label", WIJK_FIELD_TEXT, offsetof (WijkQuote, page_label), .flags = WIJK_FIELD_LINE },
  { "page-index", WIJK_FIELD_INT, offsetof (WijkQuote, page_index), .min = 0, .max = 1000000 },
  { "rectangles", WIJK_FIELD_TEXT, offsetof (WijkQuote, rectangles) },
  { "text", WIJK_FIELD_TEXT, offsetof (WijkQuote, text), .flags = WIJK_FIELD_REQUIRED },
};

G_DEFINE_FINAL_TYPE (WijkQuote, wijk_quote, WIJK_TYPE_RECORD)

static void
wijk_quote_class_init (WijkQuoteClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_QUOTE, quote_fields, G_N_ELEMENTS (quote_fields));
}

static void
wijk_quote_init (WijkQuote *self)
{
}
