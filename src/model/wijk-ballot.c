/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-ballot.h"

static const WijkField ballot_fields[] = {
  { "place", WIJK_FIELD_TEXT, offsetof (WijkBallot, place), .flags = WIJK_FIELD_PLACE },
  { "session", WIJK_FIELD_TEXT, offsetof (WijkBallot, session), .flags = WIJK_FIELD_LINK },
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkBallot, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "dots", WIJK_FIELD_INT, offsetof (WijkBallot, dots), .min = 1, .max = 100 },
  { "status",
    WIJK_FIELD_CHOICE,
    offsetof (WijkBallot, status),
    .choices = wijk_ballot_status_words },
};

G_DEFINE_FINAL_TYPE (WijkBallot, wijk_ballot, WIJK_TYPE_RECORD)

static void
wijk_ballot_class_init (WijkBallotClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_BALLOT, ballot_fields, G_N_ELEMENTS (ballot_fields));
}

static void
wijk_ballot_init (WijkBallot *self)
{
}
