/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The four aspects as toggles with an icon and a word, for a record with a set "aspects". */
#define WIJK_TYPE_PRIORITY_ASPECTS (wijk_priority_aspects_get_type ())
G_DECLARE_FINAL_TYPE (WijkPriorityAspects, wijk_priority_aspects, WIJK, PRIORITY_ASPECTS, GtkWidget)

/* @record: NULL for none. */
void wijk_priority_aspects_set_record (WijkPriorityAspects *self,
                                       WijkDocument *document,
                                       WijkRecord *record);

/* The icon of an aspect by its word ("sociaal"). */
const char *wijk_priority_aspect_get_icon (const char *word);

G_END_DECLS
