/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-remark-filter.h"
#include "wijk-remark-order.h"

G_BEGIN_DECLS

/* The remarks of a plan that a filter lets through, sorted, as a GListModel of WijkRemark. It
 * follows state and filter. All is searched in memory in folded keys, in slices of a few
 * milliseconds; what is shown changes once, when all is known, so that no list is ever half empty.
 *
 * Properties, which notify: "n-items" (uint), "n-total" (uint: those that could be shown without a
 * filter). Signal "searched": what the filter asked for is shown. */
#define WIJK_TYPE_REMARK_MODEL (wijk_remark_model_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkModel, wijk_remark_model, WIJK, REMARK_MODEL, GObject)

WijkRemarkModel *wijk_remark_model_new (WijkState *state,
                                        WijkRemarkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

void wijk_remark_model_set_sort (WijkRemarkModel *self, WijkRemarkSort sort);

/* This remark stays shown when it no longer matches, as one that is being answered in the list of
 * unanswered ones; until the filter changes or another one is kept. NULL: none. */
void wijk_remark_model_keep (WijkRemarkModel *self, WijkRemark *remark);

/* Where it is shown, G_MAXUINT if it is not. */
guint wijk_remark_model_find (WijkRemarkModel *self, WijkRemark *remark);

/* The nearest remark shown behind @remark (@forward) or before it that is still to be answered, or,
 * where there is none, the first from the other end; lent. NULL: none but possibly itself. */
WijkRemark *
wijk_remark_model_find_owed (WijkRemarkModel *self, WijkRemark *remark, gboolean forward);

/* Whether it counts and is still to be answered. */
gboolean wijk_remark_model_is_owed (WijkRemarkModel *self, WijkRemark *remark);

G_END_DECLS
