/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-comment.h"

static const WijkField comment_fields[] = {
  { "of",
    WIJK_FIELD_TEXT,
    offsetof (WijkComment, of),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINK },
  { "anchor", WIJK_FIELD_TEXT, offsetof (WijkComment, anchor), .flags = WIJK_FIELD_LINE },
  { "text", WIJK_FIELD_TEXT, offsetof (WijkComment, text), .flags = WIJK_FIELD_REQUIRED },
  { "author",
    WIJK_FIELD_TEXT,
    offsetof (WijkComment, author),
    .flags = WIJK_FIELD_PERSONAL | WIJK_FIELD_LINE },
  { "resolved", WIJK_FIELD_BOOL, offsetof (WijkComment, resolved) },
};

G_DEFINE_FINAL_TYPE (WijkComment, wijk_comment, WIJK_TYPE_RECORD)

static void
wijk_comment_class_init (WijkCommentClass *klass)
{
  wijk_record_class_set_fields (
      WIJK_RECORD_CLASS (klass), WIJK_KIND_COMMENT, comment_fields, G_N_ELEMENTS (comment_fields));
}

static void
wijk_comment_init (WijkComment *self)
{
}
