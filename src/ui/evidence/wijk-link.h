/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-document.h"

G_BEGIN_DECLS

/* What a chapter or priority rests on: remarks, groups of them, quotes and sources. Which field
 * holds the links is said in wijk-trace.h. */

/* Makes or takes away the link of @target to the record @id. */
gboolean wijk_link_set (
    WijkDocument *document, WijkRecord *target, const char *id, gboolean linked, GError **error);

/* What a linked record is called ("R-412", "Quote"), what it says, on one line, and its icon. */
const char *wijk_link_get_name (WijkRecord *record);
char *wijk_link_dup_text (WijkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
const char *wijk_link_get_icon (WijkRecord *record);

G_END_DECLS
