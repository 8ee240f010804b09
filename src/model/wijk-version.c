/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-version.h"

static const WijkField version_fields[] = {
  { "number",
    WIJK_FIELD_INT,
    offsetof (WijkVersion, number),
    .flags = WIJK_FIELD_FIXED,
    .min = 1,
    .max = 100000 },
  { "date", WIJK_FIELD_DATE, offsetof (WijkVersion, date) },
  { "label", WIJK_FIELD_TEXT, offsetof (WijkVersion, label), .flags = WIJK_FIELD_LINE },
  { "status",
    WIJK_FIELD_CHOICE,
    offsetof (WijkVersion, status),
    .choices = wijk_version_status_words },
  { "summary", WIJK_FIELD_TEXT, offsetof (WijkVersion, summary) },
  { "reason", WIJK_FIELD_TEXT, offsetof (WijkVersion, reason) },
  { "author", WIJK_FIELD_TEXT, offsetof (WijkVersion, author), .flags = WIJK_FIELD_LINE },
  { "files", WIJK_FIELD_SET, offsetof (WijkVersion, files) },
};

G_DEFINE_FINAL_TYPE (WijkVersion, wijk_version, WIJK_TYPE_RECORD)

static void
wijk_version_class_init (WijkVersionClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_VERSION, version_fields, G_N_ELEMENTS (version_fields));
}

static void
wijk_version_init (WijkVersion *self)
{
}
