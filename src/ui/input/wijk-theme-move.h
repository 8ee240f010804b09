/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-document.h"
#include "wijk-section-move.h"
#include "wijk-theme.h"

G_BEGIN_DECLS

/* Moves a theme through the tree by one step, as one step for undo. FALSE without an error if it
 * cannot go further that way. */
gboolean wijk_theme_move (WijkDocument *document, WijkTheme *theme, WijkMove move, GError **error);

/* Where a theme is put by a drop on another one. */
typedef enum
{
  WIJK_THEME_BEFORE,
  WIJK_THEME_INTO, /* as last below it */
  WIJK_THEME_BEHIND,
} WijkThemePlace;

gboolean wijk_theme_put (WijkDocument *document,
                         WijkTheme *theme,
                         WijkTheme *target,
                         WijkThemePlace place,
                         GError **error);

G_END_DECLS
