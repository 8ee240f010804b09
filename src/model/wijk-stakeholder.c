/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-stakeholder.h"

static const WijkField stakeholder_fields[] = {
  { "kind",
    WIJK_FIELD_CHOICE,
    offsetof (WijkStakeholder, kind),
    .flags = WIJK_FIELD_REQUIRED,
    .choices = wijk_stakeholder_kind_words },
  { "name",
    WIJK_FIELD_TEXT,
    offsetof (WijkStakeholder, name),
    .flags = WIJK_FIELD_PERSONAL | WIJK_FIELD_LINE },
  { "organisation",
    WIJK_FIELD_TEXT,
    offsetof (WijkStakeholder, organisation),
    .flags = WIJK_FIELD_LINE },
  { "role", WIJK_FIELD_TEXT, offsetof (WijkStakeholder, role), .flags = WIJK_FIELD_LINE },
  { "contact", WIJK_FIELD_TEXT, offsetof (WijkStakeholder, contact), .flags = WIJK_FIELD_PERSONAL },
  { "consents",
    WIJK_FIELD_SET,
    offsetof (WijkStakeholder, consents),
    .choices = wijk_consent_words },
  { "consent-date", WIJK_FIELD_DATE, offsetof (WijkStakeholder, consent_date) },
  { "keep-until", WIJK_FIELD_DATE, offsetof (WijkStakeholder, keep_until) },
};

G_DEFINE_FINAL_TYPE (WijkStakeholder, wijk_stakeholder, WIJK_TYPE_RECORD)

static void
wijk_stakeholder_class_init (WijkStakeholderClass *klass)
{
  wijk_record_class_set_fields (WIJK_RECORD_CLASS (klass),
                                WIJK_KIND_STAKEHOLDER,
                                stakeholder_fields,
                                G_N_ELEMENTS (stakeholder_fields));
}

static void
wijk_stakeholder_init (WijkStakeholder *self)
{
}
