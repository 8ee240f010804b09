/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-cluster.h"
#include "wijk-remark.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* What is done to many remarks (WijkRemarks) at once, as edits that can be written as one step.
 * What stands already is left out; each returns how many remarks are changed. */

/* @member of the set @key: in all of them, or in none. */
guint wijk_remarks_set_member (
    GPtrArray *remarks, const char *key, const char *member, gboolean present, GPtrArray *edits);

/* @value in the field @key, "" to empty it. */
guint
wijk_remarks_set_value (GPtrArray *remarks, const char *key, const char *value, GPtrArray *edits);

/* Links them to a priority or section, or unlinks them. */
guint
wijk_remarks_set_link (GPtrArray *remarks, WijkRecord *target, gboolean linked, GPtrArray *edits);

/* Takes them out of the themes in @from (a set of ids) and puts them into @to (NULL: none). */
guint
wijk_remarks_move_theme (GPtrArray *remarks, GHashTable *from, const char *to, GPtrArray *edits);

/* Withdraws those that are not, with this reason. */
guint wijk_remarks_withdraw (GPtrArray *remarks, const char *reason, GPtrArray *edits);

/* Gives them one answer. Withdrawn ones need none. One that has an answer of its own keeps it, as
 * an exception, unless @replace. */
guint wijk_remarks_answer (GPtrArray *remarks,
                           const char *outcome,
                           const char *reason,
                           gboolean replace,
                           GPtrArray *edits);

/* How many of them have an answer of their own already. */
guint wijk_remarks_count_answered (GPtrArray *remarks);

/* The cluster that all of them belong to; NULL: there is none. */
WijkCluster *wijk_remarks_find_cluster (GPtrArray *remarks, WijkState *state);

/* How many of them have @member in the set @key. */
guint wijk_remarks_count_member (GPtrArray *remarks, const char *key, const char *member);

/* What each value of @key is there, in bytewise order; of a set its members. @all: those that every
 * remark has, else those that some but not all have. */
GStrv wijk_remarks_dup_values (GPtrArray *remarks,
                               const char *key,
                               gboolean all) G_GNUC_WARN_UNUSED_RESULT;

/* The first themes of the tree, at most nine, which have the number keys 1 to 9; lent WijkThemes.
 */
GPtrArray *wijk_themes_dup_numbered (WijkState *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
