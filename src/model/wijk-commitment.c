/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-commitment.h"

static const WijkField commitment_fields[] = {
  { "stakeholder",
    WIJK_FIELD_TEXT,
    offsetof (WijkCommitment, stakeholder),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINK },
  { "text", WIJK_FIELD_TEXT, offsetof (WijkCommitment, text), .flags = WIJK_FIELD_REQUIRED },
  { "session", WIJK_FIELD_TEXT, offsetof (WijkCommitment, session), .flags = WIJK_FIELD_LINK },
  { "due", WIJK_FIELD_DATE, offsetof (WijkCommitment, due) },
  { "status",
    WIJK_FIELD_CHOICE,
    offsetof (WijkCommitment, status),
    .choices = wijk_work_status_words },
};

G_DEFINE_FINAL_TYPE (WijkCommitment, wijk_commitment, WIJK_TYPE_RECORD)

static void
wijk_commitment_class_init (WijkCommitmentClass *klass)
{
  wijk_record_class_set_fields (WIJK_RECORD_CLASS (klass),
                                WIJK_KIND_COMMITMENT,
                                commitment_fields,
                                G_N_ELEMENTS (commitment_fields));
}

static void
wijk_commitment_init (WijkCommitment *self)
{
}
