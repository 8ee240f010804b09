/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-publish.h"

G_BEGIN_DECLS

/* The themes of a plan as a codebook in REFI-QDA's exchange format (https://www.qdasoftware.org,
 * Codebook 1.0), which programs for qualitative research open: a code for each theme, nested and in
 * its colour, and a set for each session with the themes that came up there. A theme keeps its
 * guid: it follows from the theme's id. Fails with WIJK_PUBLISH_ERROR_PLAN, and with
 * WIJK_PUBLISH_ERROR_CHOICE where there is no theme: the format asks for one. */
GBytes *wijk_codebook_write (GBytes *plan, const char *producer, GError **error);

G_END_DECLS
