/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-source.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* A source in the list: what it is, how often it is used, and whether it is public. Follows its
 * record. */
#define WIJK_TYPE_SOURCE_ROW (wijk_source_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkSourceRow, wijk_source_row, WIJK, SOURCE_ROW, AdwActionRow)

GtkWidget *wijk_source_row_new (WijkState *state, WijkSource *source);

WijkSource *wijk_source_row_get_source (WijkSourceRow *self);

/* Counts again where it is used. */
void wijk_source_row_update (WijkSourceRow *self);

G_END_DECLS
