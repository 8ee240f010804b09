/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Who was heard (bereik): per neighbourhood, channel, session and role, against how many people
 * live there. */
#define WIJK_TYPE_REACH_VIEW (wijk_reach_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkReachView, wijk_reach_view, WIJK, REACH_VIEW, AdwBin)

GtkWidget *wijk_reach_view_new (WijkDocument *document);

G_END_DECLS
