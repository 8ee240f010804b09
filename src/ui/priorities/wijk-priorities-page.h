/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* What the plan works on, in order of rank. */
#define WIJK_TYPE_PRIORITIES_PAGE (wijk_priorities_page_get_type ())
G_DECLARE_FINAL_TYPE (WijkPrioritiesPage, wijk_priorities_page, WIJK, PRIORITIES_PAGE, AdwBin)

GtkWidget *wijk_priorities_page_new (WijkDocument *document);

G_END_DECLS
