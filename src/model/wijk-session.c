/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-session.h"

static const WijkField session_fields[] = {
  { "title",
    WIJK_FIELD_TEXT,
    offsetof (WijkSession, title),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINE },
  { "date", WIJK_FIELD_DATE, offsetof (WijkSession, date) },
  { "location", WIJK_FIELD_TEXT, offsetof (WijkSession, location), .flags = WIJK_FIELD_LINE },
  { "method", WIJK_FIELD_TEXT, offsetof (WijkSession, method), .flags = WIJK_FIELD_LINE },
  { "audience", WIJK_FIELD_TEXT, offsetof (WijkSession, audience), .flags = WIJK_FIELD_LINE },
  { "questions", WIJK_FIELD_TEXT, offsetof (WijkSession, questions) },
  { "tables", WIJK_FIELD_INT, offsetof (WijkSession, tables), .min = 0, .max = 1000 },
  { "facilitators",
    WIJK_FIELD_TEXT,
    offsetof (WijkSession, facilitators),
    .flags = WIJK_FIELD_PERSONAL | WIJK_FIELD_LINE },
  { "rung", WIJK_FIELD_CHOICE, offsetof (WijkSession, rung), .choices = wijk_rung_words },
  { "steps", WIJK_FIELD_TEXT, offsetof (WijkSession, steps) },
  { "head-count", WIJK_FIELD_INT, offsetof (WijkSession, head_count), .min = 0, .max = 1000000 },
};

G_DEFINE_FINAL_TYPE (WijkSession, wijk_session, WIJK_TYPE_RECORD)

static void
wijk_session_class_init (WijkSessionClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_SESSION, session_fields, G_N_ELEMENTS (session_fields));
}

static void
wijk_session_init (WijkSession *self)
{
}
