/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"

G_BEGIN_DECLS

/* The remarks that nobody looked at yet, the oldest first, each to be shown in the hall or hidden
 * with a reason. */
#define WIJK_TYPE_MODERATION_LIST (wijk_moderation_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkModerationList, wijk_moderation_list, WIJK, MODERATION_LIST, GtkBox)

GtkWidget *wijk_moderation_list_new (WijkHall *hall);

/* Of the first one; hiding asks for the reason. */
void wijk_moderation_list_show_first (WijkModerationList *self);
void wijk_moderation_list_hide_first (WijkModerationList *self);

G_END_DECLS
