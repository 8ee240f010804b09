/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The notes of those who work on the plan about one record: to add, resolve and delete. Never
 * published. */
#define WIJK_TYPE_COMMENT_LIST (wijk_comment_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkCommentList, wijk_comment_list, WIJK, COMMENT_LIST, GtkWidget)

GtkWidget *wijk_comment_list_new (void);

/* @subject: whose notes; NULL for none. Shows them anew. */
void wijk_comment_list_show (WijkCommentList *self, WijkDocument *document, WijkRecord *subject);

G_END_DECLS
