/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-section.h"

static const WijkField section_fields[] = {
  { "place", WIJK_FIELD_TEXT, offsetof (WijkSection, place), .flags = WIJK_FIELD_PLACE },
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkSection, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "text", WIJK_FIELD_TEXT, offsetof (WijkSection, text), .flags = WIJK_FIELD_RICH },
  { "status",
    WIJK_FIELD_CHOICE,
    offsetof (WijkSection, status),
    .choices = wijk_section_status_words },
  { "guidance", WIJK_FIELD_TEXT, offsetof (WijkSection, guidance) },
  { "target-words", WIJK_FIELD_INT, offsetof (WijkSection, target_words), .min = 0, .max = 100000 },
  { "links", WIJK_FIELD_SET, offsetof (WijkSection, links), .flags = WIJK_FIELD_LINK },
};

G_DEFINE_FINAL_TYPE (WijkSection, wijk_section, WIJK_TYPE_RECORD)

static void
wijk_section_class_init (WijkSectionClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_SECTION, section_fields, G_N_ELEMENTS (section_fields));
}

static void
wijk_section_init (WijkSection *self)
{
}
