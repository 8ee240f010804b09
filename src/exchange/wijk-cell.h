/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in a cell, as people write it, in the words of a plan. */

/* The word that is meant: lower case, hyphens, "fysiek" as "ruimtelijk"; "" for a no. */
char *wijk_cell_to_word (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it says yes; the rest may be no, or for what. */
gboolean wijk_cell_is_yes (const char *text);

/* 2026-10-01, 1-10-2026 or 1 oktober 2026, with or without a time behind it, as ISO 8601; NULL if
 * it is none of these. */
char *wijk_cell_to_date (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The code of the area that is meant; NULL with a sentence in *@why if there is none, or more than
 * one. */
char *wijk_cell_to_area (const char *text, char **why) G_GNUC_WARN_UNUSED_RESULT;

/* The parts of a cell with several values. */
GPtrArray *wijk_cell_split (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
