/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-commitment.h"

G_BEGIN_DECLS

/* A commitment in the list of all: what, who, by when, how it stands. */
#define WIJK_TYPE_PROMISE_ROW (wijk_promise_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkPromiseRow, wijk_promise_row, WIJK, PROMISE_ROW, GtkListBoxRow)

GtkWidget *wijk_promise_row_new (WijkCommitment *commitment);

WijkRecord *wijk_promise_row_get_record (WijkPromiseRow *self);

void wijk_promise_row_update (WijkPromiseRow *self, WijkState *state, const char *today);

G_END_DECLS
