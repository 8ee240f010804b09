/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-cluster.h"
#include "wijk-document.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* Putting remarks together and taking them apart as the user asks for it: each writes one step and
 * says so in a toast over @parent, with a way back. FALSE if nothing was written. */

/* @records: WijkRemarks and WijkClusters. @title: of a new group; NULL: from their words. */
gboolean wijk_cluster_merge (GtkWidget *parent,
                             WijkDocument *document,
                             GPtrArray *records,
                             const char *title);
gboolean wijk_cluster_take_out (GtkWidget *parent, WijkDocument *document, WijkRemark *remark);
gboolean wijk_cluster_dissolve (GtkWidget *parent, WijkDocument *document, WijkCluster *cluster);

/* Remembers that @remarks, which were proposed, are not the same. */
gboolean wijk_cluster_refuse (GtkWidget *parent, WijkDocument *document, GPtrArray *remarks);

/* Takes the parts of a remark together again: they are withdrawn. */
gboolean wijk_cluster_rejoin (GtkWidget *parent, WijkDocument *document, WijkRemark *remark);

/* Links two records that say the opposite, or unlinks them. */
gboolean wijk_cluster_oppose (GtkWidget *parent,
                              WijkDocument *document,
                              WijkRecord *record,
                              WijkRecord *other,
                              gboolean opposed);

/* Asks which remark or group @remark is to be merged with, and does it. */
void wijk_cluster_ask_merge (GtkWidget *parent, WijkDocument *document, WijkRemark *remark);

/* A name for what @remarks say, from their words. */
char *wijk_cluster_propose_title (GPtrArray *remarks) G_GNUC_WARN_UNUSED_RESULT;

/* Today as the plan keeps it. */
char *wijk_cluster_dup_today (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
