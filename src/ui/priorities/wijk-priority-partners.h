/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The partners of a priority or measure as chips, and adding one: the organisations that the plan
 * knows are offered, any other can be typed. */
#define WIJK_TYPE_PRIORITY_PARTNERS (wijk_priority_partners_get_type ())
G_DECLARE_FINAL_TYPE (
    WijkPriorityPartners, wijk_priority_partners, WIJK, PRIORITY_PARTNERS, GtkWidget)

/* @record: NULL for none. */
void wijk_priority_partners_set_record (WijkPriorityPartners *self,
                                        WijkDocument *document,
                                        WijkRecord *record);

G_END_DECLS
