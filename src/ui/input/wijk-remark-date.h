/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A small button with a date, and a calendar and an entry to choose it. Signal "chosen" (string
 * date, ISO 8601 or ""): someone chose; what shows is what wijk_remark_date_set_date() said. */
#define WIJK_TYPE_REMARK_DATE (wijk_remark_date_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkDate, wijk_remark_date, WIJK, REMARK_DATE, GtkWidget)

GtkWidget *wijk_remark_date_new (void);

/* NULL: no date. */
void wijk_remark_date_set_date (WijkRemarkDate *self, const char *date);
const char *wijk_remark_date_get_date (WijkRemarkDate *self);

G_END_DECLS
