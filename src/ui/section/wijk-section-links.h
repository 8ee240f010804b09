/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-section.h"

G_BEGIN_DECLS

/* What a chapter is linked to and what its text mentions: a button that tells how many, with a list
 * from which one goes there. */
#define WIJK_TYPE_SECTION_LINKS (wijk_section_links_get_type ())
G_DECLARE_FINAL_TYPE (WijkSectionLinks, wijk_section_links, WIJK, SECTION_LINKS, GtkWidget)

/* Once. */
void wijk_section_links_set_section (WijkSectionLinks *self,
                                     WijkDocument *document,
                                     WijkSection *section);

G_END_DECLS
