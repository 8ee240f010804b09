/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The versions that were made, and making one. */
#define WIJK_TYPE_VERSIONS_PAGE (wijk_versions_page_get_type ())
G_DECLARE_FINAL_TYPE (WijkVersionsPage, wijk_versions_page, WIJK, VERSIONS_PAGE, AdwBin)

GtkWidget *wijk_versions_page_new (WijkDocument *document);

G_END_DECLS
