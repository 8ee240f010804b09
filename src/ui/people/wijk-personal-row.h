/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Says before something is published how many places look like personal data, and opens the list of
 * them; not there while there are none. */
#define WIJK_TYPE_PERSONAL_ROW (wijk_personal_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkPersonalRow, wijk_personal_row, WIJK, PERSONAL_ROW, AdwBin)

void wijk_personal_row_set_document (WijkPersonalRow *self, WijkDocument *document);

G_END_DECLS
