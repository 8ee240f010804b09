/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-section.h"

G_BEGIN_DECLS

/* One chapter: its title, status, guidance and text. */
#define WIJK_TYPE_SECTION_PAGE (wijk_section_page_get_type ())
G_DECLARE_FINAL_TYPE (WijkSectionPage, wijk_section_page, WIJK, SECTION_PAGE, AdwBin)

GtkWidget *wijk_section_page_new (WijkDocument *document, WijkSection *section);

G_END_DECLS
