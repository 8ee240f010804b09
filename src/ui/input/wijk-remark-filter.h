/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-remark.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* By what a list of remarks can be narrowed. A facet holds the values that are asked for: words of
 * a choice, ids or codes; "" asks for remarks that have none. Values of one facet add up, facets
 * narrow each other. */
typedef enum
{
  WIJK_FACET_OUTCOME, /* its own, or else its cluster's */
  WIJK_FACET_CHANNEL,
  WIJK_FACET_SESSION,
  WIJK_FACET_THEME, /* or a theme below it */
  WIJK_FACET_ASPECT,
  WIJK_FACET_AREA,
  WIJK_N_FACETS,
} WijkFacet;

/* What a list of remarks shows: words that are searched for, facets, whether only those still to be
 * answered, and whether withdrawn ones too. Signal "changed" (boolean narrower: what is found now
 * was found before). */
#define WIJK_TYPE_REMARK_FILTER (wijk_remark_filter_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkFilter, wijk_remark_filter, WIJK, REMARK_FILTER, GObject)

WijkRemarkFilter *wijk_remark_filter_new (WijkState *state) G_GNUC_WARN_UNUSED_RESULT;

/* All words must occur in the label or the words of a remark, in any order and inside others:
 * "enquete" is found in "wijkenquête". */
void wijk_remark_filter_set_query (WijkRemarkFilter *self, const char *query);

/* As it was typed; lent, "" for none. */
const char *wijk_remark_filter_get_query (WijkRemarkFilter *self);

void wijk_remark_filter_set_value (WijkRemarkFilter *self,
                                   WijkFacet facet,
                                   const char *value,
                                   gboolean wanted);

/* The values of a facet in bytewise order. */
GStrv wijk_remark_filter_dup_values (WijkRemarkFilter *self,
                                     WijkFacet facet) G_GNUC_WARN_UNUSED_RESULT;

void wijk_remark_filter_set_owed_only (WijkRemarkFilter *self, gboolean owed_only);
gboolean wijk_remark_filter_get_owed_only (WijkRemarkFilter *self);
void wijk_remark_filter_set_with_withdrawn (WijkRemarkFilter *self, gboolean with_withdrawn);
gboolean wijk_remark_filter_get_with_withdrawn (WijkRemarkFilter *self);

/* Whether anything is left out because of words, facets or what is owed. */
gboolean wijk_remark_filter_is_narrowing (WijkRemarkFilter *self);

/* Back to everything that is not withdrawn. */
void wijk_remark_filter_clear (WijkRemarkFilter *self);

/* All that is asked for as text, to be kept: a line `key=value` each. Taking it in replaces what
 * was asked for; lines of a newer program are passed over. */
char *wijk_remark_filter_to_text (WijkRemarkFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void wijk_remark_filter_take_text (WijkRemarkFilter *self, const char *text);

/* Whether @remark is asked for, its words aside and what it owes aside. */
gboolean wijk_remark_filter_matches (WijkRemarkFilter *self, WijkRemark *remark);

/* The same, but in whatever neighbourhood, and with its words and what it owes: for counting. */
gboolean
wijk_remark_filter_matches_anywhere (WijkRemarkFilter *self, WijkRemark *remark, GHashTable *parts);

/* Whether words are searched for. */
gboolean wijk_remark_filter_has_words (WijkRemarkFilter *self);

/* Whether the words that are searched for occur in @key: see wijk_remark_dup_key(). */
gboolean wijk_remark_filter_finds (WijkRemarkFilter *self, const char *key);

/* A record on which others depend came, went or differs; TRUE: what matches may be other now. */
gboolean wijk_remark_filter_note_change (WijkRemarkFilter *self, WijkRecord *record);

/* What is searched: label and words, folded. */
char *wijk_remark_dup_key (WijkRemark *remark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
