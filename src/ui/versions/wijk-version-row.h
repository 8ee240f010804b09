/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-version.h"

G_BEGIN_DECLS

/* A version in the list. Activating it, and its buttons, are the page's actions with the version's
 * number: "versions.read", "versions.open-elsewhere", "versions.export", "versions.copy-summary"
 * (u). */
#define WIJK_TYPE_VERSION_ROW (wijk_version_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkVersionRow, wijk_version_row, WIJK, VERSION_ROW, AdwActionRow)

GtkWidget *wijk_version_row_new (WijkVersion *version);

WijkVersion *wijk_version_row_get_version (WijkVersionRow *self);

G_END_DECLS
