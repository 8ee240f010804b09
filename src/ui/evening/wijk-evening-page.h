/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-session.h"

G_BEGIN_DECLS

/* An evening in the window of its plan: its phases, of which any may be skipped, with the
 * facilitator's desk beside them. It activates "win.leave-evening" to go back to the plan. */
#define WIJK_TYPE_EVENING_PAGE (wijk_evening_page_get_type ())
G_DECLARE_FINAL_TYPE (WijkEveningPage, wijk_evening_page, WIJK, EVENING_PAGE, AdwBin)

GtkWidget *wijk_evening_page_new (WijkDocument *document, WijkSession *session);

G_END_DECLS
