/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The register (betrokkenen): persons and organisations, and what they promised. A WijkPage for
 * stakeholders and commitments. */
#define WIJK_TYPE_PEOPLE_VIEW (wijk_people_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkPeopleView, wijk_people_view, WIJK, PEOPLE_VIEW, AdwBin)

GtkWidget *wijk_people_view_new (WijkDocument *document);

G_END_DECLS
