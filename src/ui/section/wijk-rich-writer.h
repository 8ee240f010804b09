/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-rich-buffer.h"

G_BEGIN_DECLS

/* What is written, as CommonMark. Each group of lines is kept as it was written last, so that only
 * what differs since is looked at. */
char *wijk_rich_writer_dup_text (WijkRichBuffer *buffer, guint *n_words) G_GNUC_WARN_UNUSED_RESULT;

/* Does a part of that work before it is asked for, up to @until (monotonic). Returns whether
 * something is left. */
gboolean wijk_rich_writer_prepare (WijkRichBuffer *buffer, gint64 until);

G_END_DECLS
