/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-plan.h"
#include "wijk-record-list.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* A plan as it stands: all records that its heads give. It is read by everyone and written only
 * through wijk_state_take(), by who reads the store or decodes a file. Not safe for use by two
 * threads at once, but one may fill it and hand it to another. */
#define WIJK_TYPE_STATE (wijk_state_get_type ())
G_DECLARE_FINAL_TYPE (WijkState, wijk_state, WIJK, STATE, GObject)

/* Signals "record-changed" (WijkRecord *record): a record came, went or differs; not emitted
 * between wijk_state_begin_fill() and wijk_state_end_fill(). "filled": many records may have come,
 * gone or changed at once. */

WijkState *wijk_state_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the record @id be what @heads say: all its heads, sorted by field and stamp. A record of
 * which nothing is known yet appears; one that is deleted leaves its list but stays to be looked
 * up. Returns the record, lent, or NULL for a malformed id. */
WijkRecord *wijk_state_take (WijkState *self, const char *id, const WijkHead *heads, guint n_heads);

/* Around taking in many records: lists tell of them once, at the end. */
void wijk_state_begin_fill (WijkState *self);
void wijk_state_end_fill (WijkState *self);

/* Lends the record of this id, deleted or not; NULL if there is none. */
WijkRecord *wijk_state_lookup (WijkState *self, const char *id);

/* The same, but NULL for a deleted record and for one of another kind: for following links. */
WijkRecord *wijk_state_lookup_live (WijkState *self, const char *id, WijkKind kind);

/* Lends the plan's own record; NULL while it is not known. */
WijkPlan *wijk_state_get_plan (WijkState *self);

/* Lends the records of @kind that stand, in order of arrival. */
WijkRecordList *wijk_state_get_list (WijkState *self, WijkKind kind);

/* The records of @kind that stand, sorted by place, or by number, else by id: always the same order
 * for the same content. Records are lent. */
GPtrArray *wijk_state_dup_sorted (WijkState *self, WijkKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* The records of @kind whose link field @key is @id, sorted in the same way. */
GPtrArray *wijk_state_dup_children (WijkState *self, WijkKind kind, const char *key, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;

/* Compares two records of a kind by that order. */
int wijk_record_compare (WijkRecord *a, WijkRecord *b);

G_END_DECLS
