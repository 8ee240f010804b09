/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pages.h"

#include "wijk-input-page.h"
#include "wijk-overview-page.h"
#include "wijk-priorities-page.h"
#include "wijk-section-page.h"
#include "wijk-sources-page.h"
#include "wijk-versions-page.h"

GtkWidget *
wijk_page_new (WijkPane pane, WijkDocument *document, WijkSection *section)
{
  switch (pane)
    {
    case WIJK_PANE_OVERVIEW:
      return wijk_overview_page_new (document);
    case WIJK_PANE_INPUT:
      return wijk_input_page_new (document);
    case WIJK_PANE_PRIORITIES:
      return wijk_priorities_page_new (document);
    case WIJK_PANE_SOURCES:
      return wijk_sources_page_new (document);
    case WIJK_PANE_VERSIONS:
      return wijk_versions_page_new (document);
    case WIJK_PANE_SECTION:
      return wijk_section_page_new (document, section);
    default:
      g_assert_not_reached ();
    }
}
