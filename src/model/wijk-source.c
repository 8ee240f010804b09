/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-source.h"

static const WijkField source_fields[] = {
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkSource, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "publisher", WIJK_FIELD_TEXT, offsetof (WijkSource, publisher), .flags = WIJK_FIELD_LINE },
  { "date", WIJK_FIELD_DATE, offsetof (WijkSource, date) },
  { "file-name", WIJK_FIELD_TEXT, offsetof (WijkSource, file_name), .flags = WIJK_FIELD_LINE },
  { "sha256",
    WIJK_FIELD_TEXT,
    offsetof (WijkSource, sha256),
    .flags = WIJK_FIELD_LINE,
    .form = WIJK_FORM_SHA256 },
  { "pages", WIJK_FIELD_INT, offsetof (WijkSource, pages), .min = 1, .max = 1000000 },
  { "from", WIJK_FIELD_TEXT, offsetof (WijkSource, from), .flags = WIJK_FIELD_LINE },
  { "public", WIJK_FIELD_BOOL, offsetof (WijkSource, public) },
};

G_DEFINE_FINAL_TYPE (WijkSource, wijk_source, WIJK_TYPE_RECORD)

static void
wijk_source_class_init (WijkSourceClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_SOURCE, source_fields, G_N_ELEMENTS (source_fields));
}

static void
wijk_source_init (WijkSource *self)
{
}
