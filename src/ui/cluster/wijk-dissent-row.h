/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The dissenting voice about a remark or cluster: how many agreed and disagreed where that was
 * asked, and what was said against it, which can be gone to and linked. Folded in until it is
 * wanted; what there is stands in its subtitle. */
#define WIJK_TYPE_DISSENT_ROW (wijk_dissent_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkDissentRow, wijk_dissent_row, WIJK, DISSENT_ROW, AdwExpanderRow)

/* @kind: of the records that it shows. */
GtkWidget *wijk_dissent_row_new (WijkDocument *document, WijkKind kind);

/* NULL: none. */
void wijk_dissent_row_set_record (WijkDissentRow *self, WijkRecord *record);

G_END_DECLS
