/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Lets @row be dragged among its like, and marks where one that is held over it would go; a drop
 * is one step for undo. Alt with Up or Down does the same by one place and is said aloud. @record
 * is a priority or measure. */
void wijk_priority_drag_attach (WijkDocument *document, GtkWidget *row, WijkRecord *record);

/* Moves @record by one place up (-1) or down (1); @widget says where it went. */
void
wijk_priority_drag_step (WijkDocument *document, GtkWidget *widget, WijkRecord *record, int by);

G_END_DECLS
