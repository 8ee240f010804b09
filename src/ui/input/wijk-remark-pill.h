/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A small button that shows what is chosen for a field and opens a popover to choose. Signals
 * "opening": the popover is about to be shown and may be filled; "closed". */
#define WIJK_TYPE_REMARK_PILL (wijk_remark_pill_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkPill, wijk_remark_pill, WIJK, REMARK_PILL, GtkWidget)

/* @name: of the field, for people and screen readers. */
GtkWidget *wijk_remark_pill_new (const char *name);

/* What is chosen, or NULL: the field's name, dimmed. */
void wijk_remark_pill_set_text (WijkRemarkPill *self, const char *text);
void wijk_remark_pill_set_icon (WijkRemarkPill *self, const char *icon_name);

/* Shows the field's name before what is chosen, and a border: something is filtered here. */
void wijk_remark_pill_set_marked (WijkRemarkPill *self, gboolean marked);

/* What the popover holds; @focus: what has the focus when it opens. */
void wijk_remark_pill_set_content (WijkRemarkPill *self, GtkWidget *content, GtkWidget *focus);
void wijk_remark_pill_open (WijkRemarkPill *self);
void wijk_remark_pill_close (WijkRemarkPill *self);

G_END_DECLS
