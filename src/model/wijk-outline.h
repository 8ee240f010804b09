/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-state.h"

G_BEGIN_DECLS

/* One row of an outline: a section or theme where it stands. */
typedef struct
{
  WijkRecord *record; /* lent */
  WijkRecord *parent; /* lent; NULL on the top level */
  guint depth;        /* 0 on the top level */
  guint position;     /* among its siblings, from 0 */
  char *number;       /* for people: "2" or "2.1" */
} WijkOutlineRow;

/* The tree of sections or themes from top to bottom, as rows. A record below one that is gone
 * counts as last on the top level; so does, of moves that together make a ring or something deeper
 * than
 * @max_depth (levels below the top), the later one. Such records come into @displaced, lent, if
 * that is not NULL. */
GPtrArray *wijk_outline_new (WijkState *state, WijkKind kind, guint max_depth, GPtrArray *displaced)
    G_GNUC_WARN_UNUSED_RESULT;

/* The row of @record in @outline, or NULL. */
WijkOutlineRow *wijk_outline_find (GPtrArray *outline, WijkRecord *record);

/* Sections are nested at most two deep: a chapter and the sections in it. */
#define WIJK_SECTION_DEPTH 1
#define WIJK_THEME_DEPTH 3

G_END_DECLS
