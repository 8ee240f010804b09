/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* What was chosen: a remark or group of remarks. */
typedef void (*WijkRecordPicked) (WijkRecord *record, gpointer user_data);

/* A dialog in which one remark or group is looked for by its words or number. @but is not offered.
 * @destroy frees @user_data when the dialog is gone. */
void wijk_record_picker_present (GtkWidget *parent,
                                 WijkDocument *document,
                                 WijkRecord *but,
                                 const char *title,
                                 WijkRecordPicked picked,
                                 gpointer user_data,
                                 GDestroyNotify destroy);

G_END_DECLS
