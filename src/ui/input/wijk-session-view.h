/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The sessions of a plan and all of one of them. Signal "show-remarks" (WijkRecord): those of this
 * session are asked for. */
#define WIJK_TYPE_SESSION_VIEW (wijk_session_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkSessionView, wijk_session_view, WIJK, SESSION_VIEW, AdwBin)

GtkWidget *wijk_session_view_new (WijkDocument *document);

/* Selects a session; FALSE if it is not there. */
gboolean wijk_session_view_show (WijkSessionView *self, WijkRecord *session);

G_END_DECLS
