/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark-model.h"

G_BEGIN_DECLS

/* How remarks are shown. */
typedef enum
{
  WIJK_REMARKS_AS_LIST,
  WIJK_REMARKS_AS_BOARD,
  WIJK_REMARKS_ON_MAP,
} WijkRemarksMode;

/* What stands above remarks: words to search for, filters, each that is set as a chip to remove,
 * filters that were kept, how many are shown, the order and the mode. Signals: "found": Enter in
 * the search entry; "sorted"; "mode" (uint): another mode was chosen. */
#define WIJK_TYPE_REMARK_FILTER_BAR (wijk_remark_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkFilterBar, wijk_remark_filter_bar, WIJK, REMARK_FILTER_BAR, GtkBox)

void wijk_remark_filter_bar_set_model (WijkRemarkFilterBar *self,
                                       WijkDocument *document,
                                       WijkRemarkFilter *filter,
                                       WijkRemarkModel *model);

/* Takes all filters and words away. */
void wijk_remark_filter_bar_clear (WijkRemarkFilterBar *self);

G_END_DECLS
