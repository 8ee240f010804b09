/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The search key of @text, in which what people type and what they look for are equal: letters
 * without marks and case ("Enquête" -> "enquete"), ligatures, ß and the like spelled out, one kind
 * of quote ("'" and "\""), one kind of dash ("-"), one space between words, none at the ends, no
 * soft hyphens or other invisible characters. Folding twice changes nothing. Bytes that are not
 * UTF-8 become U+FFFD. NULL gives "". */
char *wijk_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The words of what someone looks for, folded; no words: nothing to look for. */
GStrv wijk_fold_words (const char *query) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @key, which is folded, has every one of @words somewhere, also inside a word: "enquete"
 * is found in "wijkenquete". The words may stand in any order and may overlap. No words:
 * everything is found. */
gboolean wijk_fold_contains_all (const char *key, const char *const *words);

G_END_DECLS
