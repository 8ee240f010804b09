/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-saved-picker.h"

G_BEGIN_DECLS

/* One of the things that are kept under a title, with buttons to rename and delete it. */
#define WIJK_TYPE_SAVED_ROW (wijk_saved_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkSavedRow, wijk_saved_row, WIJK, SAVED_ROW, GtkListBoxRow)

GtkWidget *
wijk_saved_row_new (WijkDocument *document, const WijkSavedKind *kind, WijkRecord *record);

WijkRecord *wijk_saved_row_get_record (WijkSavedRow *self);

G_END_DECLS
