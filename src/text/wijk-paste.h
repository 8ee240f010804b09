/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most bytes a pasted paragraph may have. A text view lays out a whole paragraph at each key,
 * and 200 kB in one paragraph were measured to take 249 ms: 4 kB, some 600 words, take 5 ms, a
 * third of a frame, and are more than anyone writes without a new line. */
#define WIJK_PARAGRAPH_MOST 4000

/* What was pasted or dropped, @length bytes of it (-1: up to the first NUL), as text that can be
 * kept: UTF-8, with U+FFFD for what was not; every line end "\n"; without NUL, control characters,
 * private use, non-characters, and the invisible U+FEFF and U+2060. Tabs and U+2028 stay. */
char *wijk_text_clean_paste (const char *text, gssize length) G_GNUC_WARN_UNUSED_RESULT;

/* One paragraph of UTF-8 as several of at most @most bytes: cut behind the end of a sentence if
 * there is one in the second half of what fits, else between two words, else, in a word longer
 * than @most, between two letters. All words stay, in order; only the spaces at the cuts go. */
GStrv wijk_text_split_long_paragraph (const char *text, gsize most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
