/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-vote.h"

static const WijkField vote_fields[] = {
  { "option",
    WIJK_FIELD_TEXT,
    offsetof (WijkVote, option),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINK },
  { "way",
    WIJK_FIELD_CHOICE,
    offsetof (WijkVote, way),
    .flags = WIJK_FIELD_REQUIRED,
    .choices = wijk_vote_way_words },
  { "dots",
    WIJK_FIELD_INT,
    offsetof (WijkVote, dots),
    .flags = WIJK_FIELD_REQUIRED,
    .min = 1,
    .max = 100000 },
};

G_DEFINE_FINAL_TYPE (WijkVote, wijk_vote, WIJK_TYPE_RECORD)

static void
wijk_vote_class_init (WijkVoteClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_VOTE, vote_fields, G_N_ELEMENTS (vote_fields));
}

static void
wijk_vote_init (WijkVote *self)
{
}
