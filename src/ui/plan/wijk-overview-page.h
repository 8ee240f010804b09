/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* How the plan stands at a glance: figures, priorities in time, what is open; and the plan's own
 * data. */
#define WIJK_TYPE_OVERVIEW_PAGE (wijk_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (WijkOverviewPage, wijk_overview_page, WIJK, OVERVIEW_PAGE, AdwBin)

GtkWidget *wijk_overview_page_new (WijkDocument *document);

G_END_DECLS
