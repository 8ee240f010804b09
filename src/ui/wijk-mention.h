/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-record.h"

G_BEGIN_DECLS

/* The id of the record that a link in a text goes to, lent from @uri; NULL for other links. */
const char *wijk_mention_get_id (const char *uri);

/* A link to @record, and the words it is given: "R-12", or a title. */
char *wijk_mention_dup_uri (WijkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
char *wijk_mention_dup_words (WijkRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* Ids of the records that CommonMark links to, each once, in order. */
GStrv wijk_mention_find_all (const char *commonmark);

G_END_DECLS
