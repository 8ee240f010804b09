/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-picture.h"

G_BEGIN_DECLS

/* Horizontal bars with their label before and their value behind: counts per theme, outcome ... */
typedef struct _WijkBars WijkBars;
typedef struct _WijkBarsLayout WijkBarsLayout;

/* `title` says the finding; the heads name label and value in the table form. */
WijkBars *wijk_bars_new (const char *title, const char *label_head, const char *value_head);
void wijk_bars_unref (WijkBars *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkBars, wijk_bars_unref)

/* `value` is not negative; `value_label` is shown ("37 van 412"); fill is 0 to 2, of
 * WijkPalette.bands. */
void wijk_bars_add (
    WijkBars *self, const char *label, double value, const char *value_label, guint fill);
const char *wijk_bars_get_title (const WijkBars *self);
GPtrArray *wijk_bars_to_table (const WijkBars *self);

WijkBarsLayout *wijk_bars_layout_new (WijkBars *bars, const WijkPictureStyle *style, double width);
void wijk_bars_layout_free (WijkBarsLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkBarsLayout, wijk_bars_layout_free)

double wijk_bars_layout_get_height (const WijkBarsLayout *self);
void wijk_bars_layout_draw (const WijkBarsLayout *self, cairo_t *cr);

G_END_DECLS
