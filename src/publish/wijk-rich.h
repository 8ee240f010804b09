/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  WIJK_RICH_PLAIN = 0,
  WIJK_RICH_STRONG = 1 << 0,
  WIJK_RICH_EMPHASIS = 1 << 1,
  WIJK_RICH_STRUCK = 1 << 2,
  WIJK_RICH_RAISED = 1 << 3,
} WijkRichFlags;

/* A stretch of a rich text, in bytes. */
typedef struct
{
  guint start, end;
  WijkRichFlags flags;
  char *uri; /* of a link to the web or into the plan (wijk:), or NULL */
} WijkRichSpan;

/* One paragraph: clean text and the spans that are not plain. */
typedef struct
{
  GString *text;
  GArray *spans; /* of WijkRichSpan, in order, without overlap */
} WijkRich;

WijkRich *wijk_rich_new (void);
void wijk_rich_free (WijkRich *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkRich, wijk_rich_free)

void wijk_rich_append (
    WijkRich *self, WijkTypeface *typeface, const char *text, WijkRichFlags flags, const char *uri);

/* Puts it in the sheet's column, over as many pages as it takes, in a tag of the given type (NULL:
 * the caller's tag is open). Links become links where there is something to lead to. No paragraph
 * leaves a single line behind. */
void wijk_rich_put (WijkSheet *sheet, WijkFace style, const char *type, const WijkRich *rich);
void wijk_sheet_put_text (WijkSheet *sheet, WijkFace style, const char *type, const char *text);

G_END_DECLS
