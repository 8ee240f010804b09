/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-remark.h"

G_BEGIN_DECLS

/* Fills a boxed list with a row for each field of a remark that is chosen rather than written, and
 * keeps them and the remark alike. */
#define WIJK_TYPE_REMARK_FIELDS (wijk_remark_fields_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkFields, wijk_remark_fields, WIJK, REMARK_FIELDS, GObject)

/* The rows are added to @list; it holds on to nothing else. */
WijkRemarkFields *wijk_remark_fields_new (WijkDocument *document,
                                          GtkListBox *list) G_GNUC_WARN_UNUSED_RESULT;
void wijk_remark_fields_set_remark (WijkRemarkFields *self, WijkRemark *remark);

/* Opens the list of themes, to choose by typing. */
void wijk_remark_fields_open_themes (WijkRemarkFields *self);

G_END_DECLS
