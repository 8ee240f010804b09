/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-remark.h"
#include "wijk-source.h"

G_BEGIN_DECLS

/* One source: its pages, what is known of it, and where it is used.
 *
 * Signals: "link-again": someone wants to choose the file that is not there; "removed". */
#define WIJK_TYPE_SOURCE_PAGE (wijk_source_page_get_type ())
G_DECLARE_FINAL_TYPE (WijkSourcePage, wijk_source_page, WIJK, SOURCE_PAGE, AdwNavigationPage)

AdwNavigationPage *wijk_source_page_new (WijkDocument *document, WijkSource *source);

WijkSource *wijk_source_page_get_source (WijkSourcePage *self);

/* Shows the page that a quote is on, and the words where they stand. */
void wijk_source_page_show_quote (WijkSourcePage *self, const char *quote_id);

/* Shows where @remark, typed over from this sheet, stands on it. */
void wijk_source_page_show_scan (WijkSourcePage *self, WijkRemark *remark);

/* Looks again whether the file is there. */
void wijk_source_page_check_file (WijkSourcePage *self);

/* Opens the bar to find words in; FALSE where there is nothing to look in. */
gboolean wijk_source_page_find (WijkSourcePage *self);

G_END_DECLS
