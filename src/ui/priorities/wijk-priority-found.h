/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-record.h"

G_BEGIN_DECLS

/* A remark or group of remarks that was found, and whether it is linked. */
#define WIJK_TYPE_PRIORITY_FOUND (wijk_priority_found_get_type ())
G_DECLARE_FINAL_TYPE (WijkPriorityFound, wijk_priority_found, WIJK, PRIORITY_FOUND, GtkWidget)

GtkWidget *wijk_priority_found_new (void);

void wijk_priority_found_show (WijkPriorityFound *self, WijkRecord *record, gboolean is_linked);

/* All of it in words. */
const char *wijk_priority_found_get_description (WijkPriorityFound *self);

/* How an origin is called ("R-412", "Group", "Quote") and what it says, on one line; its icon. */
const char *wijk_priority_origin_get_name (WijkRecord *record);
char *wijk_priority_origin_dup_text (WijkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
const char *wijk_priority_origin_get_icon (WijkRecord *record);

G_END_DECLS
