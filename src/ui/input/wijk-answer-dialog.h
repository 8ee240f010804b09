/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-cluster.h"
#include "wijk-document.h"

G_BEGIN_DECLS

/* Asks for one answer to @remarks (WijkRemarks), and gives it as one step. Those that have an
 * answer of their own keep it unless the user says otherwise. Where all belong to one cluster, the
 * answer can be the cluster's. */
void wijk_answer_dialog_present (GtkWidget *parent, WijkDocument *document, GPtrArray *remarks);

/* Asks for the answer of a cluster: that of all in it which have none of their own. */
void wijk_answer_dialog_present_cluster (GtkWidget *parent,
                                         WijkDocument *document,
                                         WijkCluster *cluster);

G_END_DECLS
