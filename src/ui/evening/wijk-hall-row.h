/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* A remark as it stands in the lists of an evening: number, words, what was typed with it, and
 * whether the hall sees it. It follows the remark. */
#define WIJK_TYPE_HALL_ROW (wijk_hall_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkHallRow, wijk_hall_row, WIJK, HALL_ROW, GtkBox)

GtkWidget *wijk_hall_row_new (WijkHall *hall);
void wijk_hall_row_set_remark (WijkHallRow *self, WijkRemark *remark);
WijkRemark *wijk_hall_row_get_remark (WijkHallRow *self);

/* All of it in one sentence, for screen readers. */
char *wijk_hall_row_dup_label (WijkHallRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
