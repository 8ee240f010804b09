/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text made ready for cmark, and its lines, which are counted from 1. In it there is one kind of
 * line end and no control character; no line is indented further than any reader of lists needs
 * (deeper ones cost cmark time for every blank line after them); and every footnote reference is
 * marked with a sentinel, "[S^label]", so that it is text for cmark, which would drop notes that
 * nothing refers to, and yet known from an escaped one. A second sentinel before a colon keeps
 * the note from becoming the definition of a link. */
typedef struct _WijkSource WijkSource;

WijkSource *wijk_source_new (const char *commonmark) G_GNUC_WARN_UNUSED_RESULT;
void wijk_source_free (WijkSource *self);
const char *wijk_source_get_text (WijkSource *self);
gsize wijk_source_get_length (WijkSource *self);

guint wijk_source_get_n_lines (WijkSource *self);
gboolean wijk_source_is_blank (WijkSource *self, guint line);

/* Whether @line underlines a heading. */
gboolean wijk_source_is_rule (WijkSource *self, guint line);

/* The lines @first to @last without blank lines around them, lent; *@length is 0 where there are
 * none. As they were written: dup. */
const char *wijk_source_get_lines (WijkSource *self, guint first, guint last, gsize *length);
char *wijk_source_dup_lines (WijkSource *self, guint first, guint last) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @line begins, after marks of lists and quotes, as the definition of a link does. */
gboolean wijk_source_may_define (WijkSource *self, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkSource, wijk_source_free)

G_END_DECLS
