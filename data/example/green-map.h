/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet.h"

G_BEGIN_DECLS

/* Draws the six neighbourhoods from the outlines in @areas, a GeoJSON file in RD metres, into a box
 * at the present height of the sheet. */
gboolean green_map_draw (Sheet *sheet, const char *areas, double height, GError **error);

G_END_DECLS
