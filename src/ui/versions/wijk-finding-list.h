/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* What is open or wrong in a plan, each a link to where it can be put right. What many records have
 * in common is one row. */
#define WIJK_TYPE_FINDING_LIST (wijk_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkFindingList, wijk_finding_list, WIJK, FINDING_LIST, GtkWidget)

void wijk_finding_list_set_document (WijkFindingList *self, WijkDocument *document);
void wijk_finding_list_update (WijkFindingList *self);

G_END_DECLS
