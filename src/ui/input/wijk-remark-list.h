/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark-bulk.h"
#include "wijk-remark-filter-bar.h"
#include "wijk-remark-model.h"

G_BEGIN_DECLS

/* The remarks of a plan with a search entry, filters and an order to choose. Any number can be
 * selected. Signals: "selected" (WijkRemark; NULL for none or several); "opened": the selected one
 * was chosen on purpose, by a click or Enter; "mode-changed". */
#define WIJK_TYPE_REMARK_LIST (wijk_remark_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkList, wijk_remark_list, WIJK, REMARK_LIST, GtkBox)

void wijk_remark_list_set_document (WijkRemarkList *self, WijkDocument *document);

WijkRemarkModel *wijk_remark_list_get_model (WijkRemarkList *self);

/* Selects it and scrolls there; clears the filters if they hide it. */
void wijk_remark_list_select (WijkRemarkList *self, WijkRemark *remark);

/* The only one that is selected, lent; NULL for none or several. */
WijkRemark *wijk_remark_list_get_selected (WijkRemarkList *self);
guint wijk_remark_list_get_n_selected (WijkRemarkList *self);

/* What can be done with those that are selected; it knows them by now. */
WijkRemarkBulk *wijk_remark_list_get_bulk (WijkRemarkList *self);

/* Scrolls to a remark that was just asked for, as soon as it is there. */
void wijk_remark_list_await (WijkRemarkList *self, const char *id);

/* Shows what belongs to a session or theme, and nothing else. */
void wijk_remark_list_show_only (WijkRemarkList *self, WijkFacet facet, const char *value);

/* Shows what is still to be answered, and nothing else. */
void wijk_remark_list_show_owed (WijkRemarkList *self);

/* How they are shown. */
WijkRemarksMode wijk_remark_list_get_mode (WijkRemarkList *self);

gboolean wijk_remark_list_focus_search (WijkRemarkList *self);

G_END_DECLS
