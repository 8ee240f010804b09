/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-document.h"
#include "wijk-reply.h"
#include "wijk-saved-picker.h"

G_BEGIN_DECLS

/* A button with the ready-made answers of a plan. */
GtkWidget *wijk_reply_picker_new (WijkDocument *document);

/* Keeps an answer under @title, for the next time. */
gboolean wijk_reply_keep (WijkDocument *document,
                          const char *title,
                          WijkOutcome outcome,
                          const char *reason,
                          GError **error);

/* Ctrl+Enter anywhere in @widget activates @action, also where a text would take it as a new line.
 */
void wijk_reply_add_enter_key (GtkWidget *widget, const char *action);

G_END_DECLS
