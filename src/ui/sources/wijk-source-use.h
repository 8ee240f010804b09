/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-source.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* The quotes from a source, by page. WijkQuotes, lent. */
GPtrArray *wijk_source_dup_quotes (WijkState *state, WijkSource *source) G_GNUC_WARN_UNUSED_RESULT;

/* The chapters and priorities that rest on a source or on a quote from it, in the order of the
 * plan. WijkRecords, lent. */
GPtrArray *wijk_source_dup_users (WijkState *state, WijkSource *source) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
