/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-blocks-private.h"

G_BEGIN_DECLS

/* What CommonMark would read as more than the characters they are, so that it does not. Each adds
 * to @out. */

/* The text of a block, and what counts for all of it. */
typedef struct
{
  const char *text;
  WijkInlineMode mode;
  gboolean has_breaks;
  gboolean
      is_after_note; /* the span to be escaped: "(" and ":" would make the note something else */
} WijkLine;

/* The span from @start to @end. */
void wijk_escape_text (GString *out, const WijkLine *line, gsize start, gsize end);
gboolean wijk_escape_is_line_start (const WijkLine *line, gsize position);

/* With its backticks. */
void wijk_escape_code (GString *out, const char *code);

/* As the destination of a link. */
void wijk_escape_uri (GString *out, const char *uri);

/* A whole image; without @title if that is "". */
char *wijk_escape_dup_image (const char *alt,
                             const char *uri,
                             const char *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
