/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-document.h"
#include "wijk-section.h"

G_BEGIN_DECLS

typedef enum
{
  WIJK_MOVE_UP,      /* before the one above it at its level */
  WIJK_MOVE_DOWN,    /* behind the one below it */
  WIJK_MOVE_INWARD,  /* into the chapter above it */
  WIJK_MOVE_OUTWARD, /* out of its chapter, right behind it */
} WijkMove;

/* Moves a section through the outline by one step, as one step for undo. FALSE without an error if
 * it cannot go further that way. */
gboolean
wijk_section_move (WijkDocument *document, WijkSection *section, WijkMove move, GError **error);

/* Puts a section right before or behind @target at its level, or into it as last. */
gboolean wijk_section_put_before (WijkDocument *document,
                                  WijkSection *section,
                                  WijkSection *target,
                                  GError **error);
gboolean wijk_section_put_behind (WijkDocument *document,
                                  WijkSection *section,
                                  WijkSection *target,
                                  GError **error);
gboolean wijk_section_put_into (WijkDocument *document,
                                WijkSection *section,
                                WijkSection *target,
                                GError **error);

/* Makes a section right behind @after at its level, or at the end (NULL); returns its id. */
char *wijk_section_add (WijkDocument *document,
                        WijkSection *after,
                        const char *title,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
