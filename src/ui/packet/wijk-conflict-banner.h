/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Says how many fields were changed on two laptops, as long as there are any, and leads to the
 * choice. */
#define WIJK_TYPE_CONFLICT_BANNER (wijk_conflict_banner_get_type ())
G_DECLARE_FINAL_TYPE (WijkConflictBanner, wijk_conflict_banner, WIJK, CONFLICT_BANNER, AdwBin)

void wijk_conflict_banner_set_document (WijkConflictBanner *self, WijkDocument *document);

G_END_DECLS
