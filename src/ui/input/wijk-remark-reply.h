/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* The answer to a remark: outcome and reason, what is still missing, and the answer of its cluster
 * where that serves. */
#define WIJK_TYPE_REMARK_REPLY (wijk_remark_reply_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkReply, wijk_remark_reply, WIJK, REMARK_REPLY, GtkBox)

void wijk_remark_reply_set_document (WijkRemarkReply *self, WijkDocument *document);
void wijk_remark_reply_set_remark (WijkRemarkReply *self, WijkRemark *remark);

/* Chooses an outcome as if its button was pressed. */
void wijk_remark_reply_press (WijkRemarkReply *self, WijkOutcome outcome);

void wijk_remark_reply_focus (WijkRemarkReply *self);

/* Whether the answer is complete; otherwise says what is missing and puts the focus there. */
gboolean wijk_remark_reply_check (WijkRemarkReply *self);

G_END_DECLS
