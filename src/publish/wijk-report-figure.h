/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-bars.h"
#include "wijk-report.h"
#include "wijk-timeline.h"

G_BEGIN_DECLS

void wijk_report_add_bar (WijkReport *self, WijkBars *bars, const char *name, gint64 n, guint fill);

/* A picture over the whole width with its finding above it and what it shows as its description. */
void wijk_report_put_bars (WijkReport *self, WijkBars *bars);
void wijk_report_put_timeline (WijkReport *self);

/* The word for the band of a priority that ends in `last`, counted from the plan's first year. */
const char *wijk_report_get_band_word (const WijkReport *self, int last);

G_END_DECLS
