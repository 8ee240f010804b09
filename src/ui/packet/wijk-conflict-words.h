/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-conflict.h"

G_BEGIN_DECLS

/* A conflict in the user's words. */

/* "R-12 · De stoep ligt scheef", the title or name of anything else, its kind where it has none. */
char *wijk_conflict_describe_record (WijkRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* "Theme · Name", "Theme · Removed or changed". */
char *wijk_conflict_describe_field (const WijkConflict *conflict) G_GNUC_WARN_UNUSED_RESULT;

/* What one side says: the words of a choice, the title of what is linked, whether something is in a
 * set; "Empty" for nothing. */
char *wijk_conflict_describe_side (WijkState *state,
                                   const WijkConflict *conflict,
                                   const WijkConflictSide *side) G_GNUC_WARN_UNUSED_RESULT;

/* "Anna, 14:05". */
char *wijk_conflict_describe_author (const WijkConflictSide *side) G_GNUC_WARN_UNUSED_RESULT;

/* Whether someone may write another value than those that stand: a text, a number or a date. */
gboolean wijk_conflict_can_be_written (const WijkConflict *conflict);

/* What choosing @side writes in the conflict's field. */
const char *wijk_conflict_value_of (const WijkConflict *conflict, const WijkConflictSide *side);

/* The fields that wait for a choice in all of a plan. */
guint wijk_conflict_count (WijkState *state);

G_END_DECLS
