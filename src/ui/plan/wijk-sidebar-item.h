/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-section.h"

G_BEGIN_DECLS

/* The places of a plan's window, in the order of its sidebar. */
typedef enum
{
  WIJK_PANE_OVERVIEW,
  WIJK_PANE_INPUT,
  WIJK_PANE_PRIORITIES,
  WIJK_PANE_SOURCES,
  WIJK_PANE_VERSIONS,
  WIJK_PANE_SECTION, /* one for each section */
} WijkPane;

#define WIJK_N_PANES WIJK_PANE_SECTION

/* "overview", "input" ...: the target of the action "win.show-pane". */
const char *wijk_pane_get_name (WijkPane pane);
const char *wijk_pane_get_title (WijkPane pane);

/* Where a record is shown. */
WijkPane wijk_pane_for_record (WijkRecord *record);

/* A row of the sidebar. Properties: "number" (string: "2.1"), "title", "depth" (uint), "badge"
 * (string or NULL), "status" (WijkSectionStatus as uint), "description" (all of it in words). */
#define WIJK_TYPE_SIDEBAR_ITEM (wijk_sidebar_item_get_type ())
G_DECLARE_FINAL_TYPE (WijkSidebarItem, wijk_sidebar_item, WIJK, SIDEBAR_ITEM, GObject)

WijkSidebarItem *wijk_sidebar_item_new (WijkPane pane,
                                        WijkSection *section) G_GNUC_WARN_UNUSED_RESULT;

WijkPane wijk_sidebar_item_get_pane (WijkSidebarItem *self);

/* NULL for a pane that is no section. */
WijkSection *wijk_sidebar_item_get_section (WijkSidebarItem *self);
guint wijk_sidebar_item_get_depth (WijkSidebarItem *self);

/* Where the section stands now and what it is called. */
void wijk_sidebar_item_place (WijkSidebarItem *self, const char *number, guint depth);

/* @badge: a short sign behind the title; @meaning: what it says in words. Both NULL: none. */
void wijk_sidebar_item_set_badge (WijkSidebarItem *self, const char *badge, const char *meaning);

G_END_DECLS
