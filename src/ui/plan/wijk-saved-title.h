/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The title of what is shown, and below it whether all that was typed is on disk. */
#define WIJK_TYPE_SAVED_TITLE (wijk_saved_title_get_type ())
G_DECLARE_FINAL_TYPE (WijkSavedTitle, wijk_saved_title, WIJK, SAVED_TITLE, GtkWidget)

void wijk_saved_title_set_document (WijkSavedTitle *self, WijkDocument *document);
void wijk_saved_title_set_title (WijkSavedTitle *self, const char *title);

G_END_DECLS
