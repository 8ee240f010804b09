/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-reply.h"

static const WijkField reply_fields[] = {
  { "place", WIJK_FIELD_TEXT, offsetof (WijkReply, place), .flags = WIJK_FIELD_PLACE },
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkReply, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "outcome", WIJK_FIELD_CHOICE, offsetof (WijkReply, outcome), .choices = wijk_outcome_words },
  { "reason", WIJK_FIELD_TEXT, offsetof (WijkReply, reason) },
};

G_DEFINE_FINAL_TYPE (WijkReply, wijk_reply, WIJK_TYPE_RECORD)

static void
wijk_reply_class_init (WijkReplyClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_REPLY, reply_fields, G_N_ELEMENTS (reply_fields));
}

static void
wijk_reply_init (WijkReply *self)
{
}
