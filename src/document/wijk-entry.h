/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-state.h"

G_BEGIN_DECLS

/* From what a person asks to edits that may be written: the rules within a field, across fields and
 * across records are asked here, for windows and the command line alike. Errors are of
 * WIJK_FIELD_ERROR and WIJK_RULE_ERROR. */

/* Adds to @edits all that makes a new record of @kind with @values (WijkEdits whose record is not
 * looked at): what was given, and what fills itself in (a place at the end, a number, a status).
 * @today is an ISO date. Returns the record's id. */
char *wijk_entry_add (WijkState *state,
                      WijkKind kind,
                      GPtrArray *values,
                      const char *today,
                      GPtrArray *edits,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same, of a record whose id follows from elsewhere; one that was there and is deleted comes
 * back. */
gboolean wijk_entry_add_as (WijkState *state,
                            WijkKind kind,
                            const char *id,
                            GPtrArray *values,
                            const char *today,
                            GPtrArray *edits,
                            GError **error);

/* Whether @edits may be written, all of them together. */
gboolean wijk_entry_check (WijkState *state, GPtrArray *edits, GError **error);

/* Adds the edits that delete @record and what hangs on it. */
gboolean wijk_entry_delete (WijkState *state, WijkRecord *record, GPtrArray *edits, GError **error);

/* Adds the edits that put @record under @parent (NULL: top) right behind @after (NULL: first). */
gboolean wijk_entry_move (WijkState *state,
                          WijkRecord *record,
                          WijkRecord *parent,
                          WijkRecord *after,
                          GPtrArray *edits,
                          GError **error);

/* `KEY=VALUE`, `KEY+=MEMBER` or `KEY-=MEMBER` for @record (of @kind; it need not be there yet):
 * adds the edits. Of a set, `KEY=A,B` makes it hold exactly these. `deleted=1` and `deleted=`
 * delete and restore. */
gboolean wijk_entry_parse (WijkState *state,
                           WijkKind kind,
                           const char *record,
                           const char *assignment,
                           GPtrArray *edits,
                           GError **error);

G_END_DECLS
