/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The words of a publication in the plan's language, from words/LANGUAGE.ini. They never follow
 * the locale of whoever exports, or the bytes would. Keys are "group/key". */
typedef struct _WijkWords WijkWords;

/* Takes `folder`/LANGUAGE.ini, and Dutch where that language has no file. Fails with
 * WIJK_PUBLISH_ERROR_RESOURCES. */
WijkWords *wijk_words_load (const char *folder, const char *language, GError **error);
void wijk_words_free (WijkWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkWords, wijk_words_free)

const char *wijk_words_get (const WijkWords *self, const char *key);
/* The word for a value of a choice: wijk_words_choose (words, "outcome", "overgenomen"); a value
 * that is not known is given back as it is. */
const char *wijk_words_choose (const WijkWords *self, const char *group, const char *value);

/* Pairs of name and text, ended by NULL, for the {name} in the word. */
char *wijk_words_fill (const WijkWords *self, const char *key, ...) G_GNUC_NULL_TERMINATED;
/* KEY-one or KEY-many with {n}. */
char *wijk_words_count (const WijkWords *self, const char *key, gint64 n);

char *wijk_words_number (const WijkWords *self, gint64 number);
char *wijk_words_decimal (const WijkWords *self, double number);
/* Whole cents; "-,00" is left out: "€ 1.250.000", "€ 12,50". */
char *wijk_words_money (const WijkWords *self, gint64 cents);

/* "2026-11-23" as "23 november 2026", "2027-03" as "maart 2027", what is neither as it is. */
char *wijk_words_date (const WijkWords *self, const char *iso);
/* "23 november 2026, 14.05 uur" */
char *wijk_words_moment (const WijkWords *self, int year, int month, int day, int hour, int minute);
/* "2027 tot en met 2031", "2027" where both are one. */
char *wijk_words_years (const WijkWords *self, int first, int last);
/* The same for narrow places: "mrt 2027", "2027–2031". */
char *wijk_words_short_month (const WijkWords *self, const char *iso);
char *wijk_words_short_years (const WijkWords *self, int first, int last);

G_END_DECLS
