/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-grid-build.h"

G_BEGIN_DECLS

/* What plain text is, if it is no table: lines where most begin with a bullet or number, else
 * paragraphs where empty lines part them and one has several lines, else lines. */
WijkGridForm wijk_lines_find_form (const char *text);

/* Adds the remarks in @text as one sheet with one column: one from each line (bullets and numbers
 * stripped; where most lines have these, one without goes on with the remark before it) or from
 * each paragraph (its lines joined). @form: WIJK_GRID_LINES or WIJK_GRID_PARAGRAPHS. */
gboolean
wijk_lines_read (const char *text, WijkGridForm form, WijkGridBuild *build, GError **error);

G_END_DECLS
