/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The PDFs that the plan rests on. */
#define WIJK_TYPE_SOURCES_PAGE (wijk_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (WijkSourcesPage, wijk_sources_page, WIJK, SOURCES_PAGE, AdwBin)

GtkWidget *wijk_sources_page_new (WijkDocument *document);

G_END_DECLS
