/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-sheet.h"

G_BEGIN_DECLS

/* Puts a text in CommonMark (with tables, footnotes and struck words) on the sheet. Its headings
 * come below `level`. Links to the web and to mail addresses can be followed, and those into the
 * plan (wijk:) where what they name has a place in the document; other links are words. Pictures
 * are shown as their description. */
void wijk_markup_put (WijkSheet *sheet, const char *text, int level);

/* Only its words, blocks on lines of their own. */
char *wijk_markup_dup_plain (const char *text);

G_END_DECLS
