/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-remark-count.h"
#include "wijk-session.h"

G_BEGIN_DECLS

/* A session in the list: its title, when and where, and how many remarks it gave. */
#define WIJK_TYPE_SESSION_ROW (wijk_session_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkSessionRow, wijk_session_row, WIJK, SESSION_ROW, GtkListBoxRow)

GtkWidget *wijk_session_row_new (WijkSession *session);

WijkSession *wijk_session_row_get_session (WijkSessionRow *self);

/* Shows the session as it is now. @count may be NULL: no remarks. */
void wijk_session_row_update (WijkSessionRow *self, const WijkRemarkCount *count);

G_END_DECLS
