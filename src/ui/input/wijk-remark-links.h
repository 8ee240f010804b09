/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* Where a remark went and with what it belongs together: priorities that come from it, chapters
 * that mention it, its cluster, the remark it is a part of and its own parts. Each is a button that
 * goes there. */
#define WIJK_TYPE_REMARK_LINKS (wijk_remark_links_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkLinks, wijk_remark_links, WIJK, REMARK_LINKS, GtkBox)

void wijk_remark_links_set_document (WijkRemarkLinks *self, WijkDocument *document);
void wijk_remark_links_set_remark (WijkRemarkLinks *self, WijkRemark *remark);

G_END_DECLS
