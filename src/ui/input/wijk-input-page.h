/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* What people said, and the answers to it. */
#define WIJK_TYPE_INPUT_PAGE (wijk_input_page_get_type ())
G_DECLARE_FINAL_TYPE (WijkInputPage, wijk_input_page, WIJK, INPUT_PAGE, AdwBin)

GtkWidget *wijk_input_page_new (WijkDocument *document);

G_END_DECLS
