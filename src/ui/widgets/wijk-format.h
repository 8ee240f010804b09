/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How dates, years, counts and money are written on screen, in the user's locale. */

/* "23 November 2026" of `2026-11-23`, "November 2026" of `2026-11`; "" for NULL or nonsense. */
char *wijk_ui_format_date (const char *iso) G_GNUC_WARN_UNUSED_RESULT;

/* When it was, seen from now: "Just now", "14:05", "Yesterday", "23 November 2026". Milliseconds
 * since 1970; "" for 0. */
char *wijk_ui_format_moment (gint64 ms) G_GNUC_WARN_UNUSED_RESULT;

/* "2027–2031", "2027", "" when neither year is known. */
char *wijk_ui_format_years (gint64 first, gint64 last) G_GNUC_WARN_UNUSED_RESULT;

/* "1.234". */
char *wijk_ui_format_count (gint64 n) G_GNUC_WARN_UNUSED_RESULT;

/* "€ 12.500" or "€ 12.500,50". */
char *wijk_ui_format_money (gint64 cents) G_GNUC_WARN_UNUSED_RESULT;

/* "12 of 37 still to be answered", "All 37 answered", "No remarks yet". */
char *wijk_ui_format_owed (guint n_owed, guint n_remarks) G_GNUC_WARN_UNUSED_RESULT;

/* The stored form of a date as people type it: `2026-11-23`, 23-11-2026, 23/11/2026, 23.11.2026,
 * with @month 11-2026. NULL for anything else. */
char *wijk_ui_parse_date (const char *text, gboolean month) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
