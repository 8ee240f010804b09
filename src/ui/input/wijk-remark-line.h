/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* The line in which remarks are typed one after the other. Enter commits what is typed as a new
 * remark and the focus stays; session, channel, themes, aspects, neighbourhood and date stay for
 * the next one, the number of people begins at one again. Up in an empty line takes up the last
 * remark. Property "compact" (boolean): the choices are folded away. Signals: "adding" (GPtrArray
 * of WijkEdits with the record "": more values may be put in), "added" (string id). */
#define WIJK_TYPE_REMARK_LINE (wijk_remark_line_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkLine, wijk_remark_line, WIJK, REMARK_LINE, GtkBox)

void wijk_remark_line_set_document (WijkRemarkLine *self, WijkDocument *document);

/* Chooses the session for the remarks that come. */
void wijk_remark_line_set_session (WijkRemarkLine *self, const char *session);

G_END_DECLS
