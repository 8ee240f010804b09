/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The sessions of a plan and all of one of them; a WijkPage for its sessions. */
#define WIJK_TYPE_SESSION_VIEW (wijk_session_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkSessionView, wijk_session_view, WIJK, SESSION_VIEW, AdwBin)

GtkWidget *wijk_session_view_new (WijkDocument *document);

G_END_DECLS
