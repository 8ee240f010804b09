/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-document.h"
#include "wijk-sidebar-item.h"

G_BEGIN_DECLS

/* The areas of a plan and its outline in one list of WijkSidebarItem, in two sections for headers.
 * It follows the document; an item stays the same object when its section moves. */
#define WIJK_TYPE_SIDEBAR_MODEL (wijk_sidebar_model_get_type ())
G_DECLARE_FINAL_TYPE (WijkSidebarModel, wijk_sidebar_model, WIJK, SIDEBAR_MODEL, GObject)

WijkSidebarModel *wijk_sidebar_model_new (WijkDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/* Where it is, G_MAXUINT if it is not (yet). */
guint wijk_sidebar_model_find_section (WijkSidebarModel *self, WijkSection *section);

/* Brings the outline up to date now instead of when the program is next idle. */
void wijk_sidebar_model_update (WijkSidebarModel *self);

G_END_DECLS
