/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark.h"

static const WijkField remark_fields[] = {
  { "number",
    WIJK_FIELD_INT,
    offsetof (WijkRemark, number),
    .flags = WIJK_FIELD_FIXED,
    .min = 1,
    .max = 100000000 },
  { "label",
    WIJK_FIELD_TEXT,
    offsetof (WijkRemark, label),
    .flags = WIJK_FIELD_FIXED | WIJK_FIELD_LINE },
  { "text", WIJK_FIELD_TEXT, offsetof (WijkRemark, text), .flags = WIJK_FIELD_REQUIRED },
  { "session", WIJK_FIELD_TEXT, offsetof (WijkRemark, session), .flags = WIJK_FIELD_LINK },
  { "channel", WIJK_FIELD_CHOICE, offsetof (WijkRemark, channel), .choices = wijk_channel_words },
  { "date", WIJK_FIELD_DATE, offsetof (WijkRemark, date) },
  { "table", WIJK_FIELD_TEXT, offsetof (WijkRemark, table), .flags = WIJK_FIELD_LINE },
  { "role", WIJK_FIELD_CHOICE, offsetof (WijkRemark, role), .choices = wijk_role_words },
  { "area-code",
    WIJK_FIELD_TEXT,
    offsetof (WijkRemark, area_code),
    .flags = WIJK_FIELD_LINE,
    .form = WIJK_FORM_AREA },
  { "count", WIJK_FIELD_INT, offsetof (WijkRemark, count), .min = 1, .max = 100000 },
  { "agree", WIJK_FIELD_INT, offsetof (WijkRemark, agree), .min = 0, .max = 100000 },
  { "disagree", WIJK_FIELD_INT, offsetof (WijkRemark, disagree), .min = 0, .max = 100000 },
  { "opposes", WIJK_FIELD_SET, offsetof (WijkRemark, opposes), .flags = WIJK_FIELD_LINK },
  { "themes", WIJK_FIELD_SET, offsetof (WijkRemark, themes), .flags = WIJK_FIELD_LINK },
  { "aspects", WIJK_FIELD_SET, offsetof (WijkRemark, aspects), .choices = wijk_aspect_words },
  { "partners", WIJK_FIELD_SET, offsetof (WijkRemark, partners), .flags = WIJK_FIELD_LINK },
  { "cluster", WIJK_FIELD_TEXT, offsetof (WijkRemark, cluster), .flags = WIJK_FIELD_LINK },
  { "part-of", WIJK_FIELD_TEXT, offsetof (WijkRemark, part_of), .flags = WIJK_FIELD_LINK },
  { "stakeholder",
    WIJK_FIELD_TEXT,
    offsetof (WijkRemark, stakeholder),
    .flags = WIJK_FIELD_LINK | WIJK_FIELD_PERSONAL },
  { "outcome", WIJK_FIELD_CHOICE, offsetof (WijkRemark, outcome), .choices = wijk_outcome_words },
  { "reason", WIJK_FIELD_TEXT, offsetof (WijkRemark, reason) },
  { "withdrawn", WIJK_FIELD_TEXT, offsetof (WijkRemark, withdrawn) },
  { "distinct",
    WIJK_FIELD_SET,
    offsetof (WijkRemark, distinct),
    .flags = WIJK_FIELD_LINK | WIJK_FIELD_LOCAL },
  { "wall", WIJK_FIELD_CHOICE, offsetof (WijkRemark, wall), .choices = wijk_wall_words },
  { "wall-reason", WIJK_FIELD_TEXT, offsetof (WijkRemark, wall_reason), .flags = WIJK_FIELD_LINE },
  { "scan", WIJK_FIELD_TEXT, offsetof (WijkRemark, scan), .flags = WIJK_FIELD_LINK },
  { "scan-page", WIJK_FIELD_INT, offsetof (WijkRemark, scan_page), .min = 0, .max = 1000000 },
  { "scan-rectangle",
    WIJK_FIELD_TEXT,
    offsetof (WijkRemark, scan_rectangle),
    .flags = WIJK_FIELD_LINE },
};

G_DEFINE_FINAL_TYPE (WijkRemark, wijk_remark, WIJK_TYPE_RECORD)

static void
wijk_remark_class_init (WijkRemarkClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_REMARK, remark_fields, G_N_ELEMENTS (remark_fields));
}

static void
wijk_remark_init (WijkRemark *self)
{
}
