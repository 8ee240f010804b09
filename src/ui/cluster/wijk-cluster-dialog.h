/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-cluster.h"
#include "wijk-document.h"

G_BEGIN_DECLS

/* All about one group of remarks: its name, its answer, the dissenting voice, and its remarks,
 * which can be gone to or taken out. It closes when the group ends. */
void wijk_cluster_dialog_present (GtkWidget *parent, WijkDocument *document, WijkCluster *cluster);

G_END_DECLS
