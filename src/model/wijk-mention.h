/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-remark.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* The id of the record that a link in a text goes to, lent from @uri; NULL for other links. */
const char *wijk_mention_get_id (const char *uri);

/* A link to @record, and the words it is given: "R-12", or a title. */
char *wijk_mention_dup_uri (WijkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
char *wijk_mention_dup_words (WijkRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @words could be what people call a remark: "R-412", "K7P-12". */
gboolean wijk_mention_is_label (const char *words);

/* The remark that is called so, lent; NULL if there is none, or it was withdrawn. */
WijkRecord *wijk_mention_find_remark (WijkState *state, const char *label);

/* Ids of the records that CommonMark links to, each once, in order. */
GStrv wijk_mention_find_all (const char *commonmark);

G_END_DECLS
