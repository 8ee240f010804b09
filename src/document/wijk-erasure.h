/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-load.h"
#include "wijk-task-erase.h"
#include "wijk-words.h"

G_BEGIN_DECLS

/* What is looked for, and all places where it stands or ever stood. */
typedef struct _WijkErasureSearch WijkErasureSearch;

/* All of a plan, closed changes alone. @words gives what comes in the place of what goes; lent. */
WijkErasureSearch *wijk_erasure_search_new (WijkStore *store,
                                            WijkState *state,
                                            const WijkWords *words,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void wijk_erasure_search_free (WijkErasureSearch *self);

/* Looks for @words, whole words in any case. Too short a text (under three signs) is passed over.
 * @is_certain: they are of nobody else. @replacement: key of what comes in their place. */
void wijk_erasure_search_add (WijkErasureSearch *self,
                              const char *words,
                              gboolean is_certain,
                              const char *replacement);

/* Looks for all that ever stood in @key of @record; of a list of lines, for each. */
void wijk_erasure_search_add_past (WijkErasureSearch *self,
                                   const char *record,
                                   const char *key,
                                   const char *replacement);

/* All of these fields (keys up to NULL) goes. */
void wijk_erasure_search_add_fields (WijkErasureSearch *self,
                                     const char *record,
                                     const char *const *keys);

/* The day of the first change of @record, an ISO date; "" if nothing is known of it. */
char *wijk_erasure_search_dup_since (WijkErasureSearch *self,
                                     const char *record) G_GNUC_WARN_UNUSED_RESULT;

/* The ids of all records of @kind that there ever were, deleted ones too; owned by the array. */
GPtrArray *wijk_erasure_search_list (WijkErasureSearch *self,
                                     WijkKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* Whether one of the words that are looked for, and are of nobody else, stands in @text. */
gboolean wijk_erasure_search_is_in (WijkErasureSearch *self, const char *text);

/* WijkErased of all places, fields first; owned by the array. */
GPtrArray *wijk_erasure_search_run (WijkErasureSearch *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkErasureSearch, wijk_erasure_search_free)

G_END_DECLS
