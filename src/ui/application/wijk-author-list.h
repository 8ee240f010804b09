/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Who wrote the plan, to add to and to take from. */
#define WIJK_TYPE_AUTHOR_LIST (wijk_author_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkAuthorList, wijk_author_list, WIJK, AUTHOR_LIST, GtkWidget)

void wijk_author_list_set_document (WijkAuthorList *self, WijkDocument *document);

G_END_DECLS
