/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-cluster.h"
#include "wijk-remark.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* Putting remarks together and taking them apart, as edits that are written as one step. Nothing
 * that was said changes: remarks keep words, number and session. */

/* Puts @records (WijkRemarks and WijkClusters, in the order in which they were chosen) under one
 * cluster. The first cluster among them, also one that a remark is in, takes in all others with
 * their members, their answers as far as they differ, and what points to them; where there is none,
 * one with @title is made. Withdrawn remarks are left out. Returns the cluster's id.
 * Fails with WIJK_RULE_ERROR_SET unless that brings at least two together. */
char *wijk_cluster_edit_merge (WijkState *state,
                               GPtrArray *records,
                               const char *title,
                               const char *today,
                               GPtrArray *edits,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes @remark out of its cluster. With one left, the cluster ends as if it were dissolved. */
gboolean
wijk_cluster_edit_take_out (WijkState *state, WijkRemark *remark, GPtrArray *edits, GError **error);

/* Ends a cluster. Its answer becomes that of members which have none, its place in origins that of
 * its members. */
gboolean wijk_cluster_edit_dissolve (WijkState *state,
                                     WijkCluster *cluster,
                                     GPtrArray *edits,
                                     GError **error);

/* Makes a remark of each of @parts, which are parts of @remark and were said where it was. Fails
 * with WIJK_RULE_ERROR_SET if @remark is withdrawn or fewer than two parts have words. */
gboolean wijk_cluster_edit_split (WijkState *state,
                                  WijkRemark *remark,
                                  const char *const *parts,
                                  const char *today,
                                  GPtrArray *edits,
                                  GError **error);

/* Withdraws the parts of @remark with @reason, so that it counts as a whole again. Returns how many
 * there are. */
guint wijk_cluster_edit_rejoin (WijkState *state,
                                WijkRemark *remark,
                                const char *reason,
                                GPtrArray *edits);

/* Remembers that no two of @remarks say the same. */
void wijk_cluster_edit_refuse (GPtrArray *remarks, GPtrArray *edits);

/* Links @record with @other (each a remark or cluster) as saying the opposite, or unlinks them,
 * whichever of them has the link. */
void wijk_cluster_edit_oppose (WijkRecord *record,
                               WijkRecord *other,
                               gboolean opposed,
                               GPtrArray *edits);

/* The members of a cluster that are not withdrawn, and the parts of a remark that are not, by
 * number; lent WijkRemarks. */
GPtrArray *wijk_cluster_dup_members (WijkState *state,
                                     WijkCluster *cluster) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wijk_remark_dup_parts (WijkState *state, WijkRemark *remark) G_GNUC_WARN_UNUSED_RESULT;

/* What says the opposite of @record (a remark or cluster), from either side, once each; lent. */
GPtrArray *wijk_record_dup_opposing (WijkState *state,
                                     WijkRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
