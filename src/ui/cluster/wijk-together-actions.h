/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* What can be done to put the remark that is shown together with others or take it apart: actions
 * "together.merge", ".open", ".take-out", ".split" and ".rejoin" of a widget, each enabled where it
 * makes sense. */
#define WIJK_TYPE_TOGETHER_ACTIONS (wijk_together_actions_get_type ())
G_DECLARE_FINAL_TYPE (WijkTogetherActions, wijk_together_actions, WIJK, TOGETHER_ACTIONS, GObject)

/* Gives @widget, which outlives it, the actions. */
WijkTogetherActions *wijk_together_actions_new (GtkWidget *widget,
                                                WijkDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/* NULL: none. */
void wijk_together_actions_set_remark (WijkTogetherActions *self, WijkRemark *remark);

G_END_DECLS
