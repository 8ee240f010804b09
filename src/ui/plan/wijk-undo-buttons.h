/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The two buttons of a plan's header, which say what they would take back or do again. They switch
 * their window's actions "win.undo" and "win.redo" on and off. */
#define WIJK_TYPE_UNDO_BUTTONS (wijk_undo_buttons_get_type ())
G_DECLARE_FINAL_TYPE (WijkUndoButtons, wijk_undo_buttons, WIJK, UNDO_BUTTONS, GtkBox)

/* Called once, in a window. */
void wijk_undo_buttons_set_document (WijkUndoButtons *self, WijkDocument *document);

G_END_DECLS
