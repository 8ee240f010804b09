/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-amount.h"
#include "wijk-document.h"
#include "wijk-measure.h"

G_BEGIN_DECLS

/* A measure in one line, that unfolds to be changed in place. */
#define WIJK_TYPE_MEASURE_ROW (wijk_measure_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkMeasureRow, wijk_measure_row, WIJK, MEASURE_ROW, AdwExpanderRow)

GtkWidget *wijk_measure_row_new (WijkDocument *document, WijkMeasure *measure);

/* The title gets the focus, all of it selected: it was just made. */
void wijk_measure_row_begin_naming (WijkMeasureRow *self);

/* Unfolds it and puts the focus on the amount, or on the title (NULL). */
gboolean wijk_measure_row_open (WijkMeasureRow *self, WijkAmount *amount);

G_END_DECLS
