/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Finds what can be linked as one types, and links it to a chapter or priority, or unlinks it, one
 * after another: remarks and groups of them, or quotes and sources. */
#define WIJK_TYPE_LINK_SEARCH (wijk_link_search_get_type ())
G_DECLARE_FINAL_TYPE (WijkLinkSearch, wijk_link_search, WIJK, LINK_SEARCH, GtkPopover)

GtkWidget *wijk_link_search_new (gboolean sources);

/* @target: a section or priority; NULL for none. */
void wijk_link_search_set_target (WijkLinkSearch *self, WijkDocument *document, WijkRecord *target);

G_END_DECLS
