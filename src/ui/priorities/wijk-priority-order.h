/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-document.h"

G_BEGIN_DECLS

/* Priorities among themselves, and the measures of a priority among themselves, in their order. */

/* @record (a priority or measure) and all that it is ordered among; lent. */
GPtrArray *wijk_priority_order_dup_siblings (WijkState *state,
                                             WijkRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* Moves @record one place up (@by -1) or down (1), as one step for undo. Returns its new position
 * from 0; -1 with @error unset if it cannot go further that way. */
int wijk_priority_order_step (WijkDocument *document, WijkRecord *record, int by, GError **error);

/* Puts @record right before or behind @target, one of its siblings. FALSE without an error if it
 * is there already. */
gboolean wijk_priority_order_put (WijkDocument *document,
                                  WijkRecord *record,
                                  WijkRecord *target,
                                  gboolean behind,
                                  GError **error);

G_END_DECLS
