/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* All of one remark, to read and to change: its words, its answer, where it went, and what is known
 * about it. */
#define WIJK_TYPE_REMARK_DETAIL (wijk_remark_detail_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkDetail, wijk_remark_detail, WIJK, REMARK_DETAIL, AdwBin)

void wijk_remark_detail_set_document (WijkRemarkDetail *self, WijkDocument *document);

/* NULL: none is chosen. */
void wijk_remark_detail_set_remark (WijkRemarkDetail *self, WijkRemark *remark);
WijkRemark *wijk_remark_detail_get_remark (WijkRemarkDetail *self);

/* How many are selected: of several none is shown. */
void wijk_remark_detail_set_n_selected (WijkRemarkDetail *self, guint n_selected);

void wijk_remark_detail_open_themes (WijkRemarkDetail *self);
void wijk_remark_detail_press_outcome (WijkRemarkDetail *self, WijkOutcome outcome);
void wijk_remark_detail_focus_answer (WijkRemarkDetail *self);

/* Whether nothing is missing in the answer of the remark; says what is, and goes there. */
gboolean wijk_remark_detail_check_answered (WijkRemarkDetail *self);

G_END_DECLS
