/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-wall.h"

G_BEGIN_DECLS

/* What the hall sees. */
typedef enum
{
  WIJK_SCREEN_TITLE, /* of the session */
  WIJK_SCREEN_QUESTION,
  WIJK_SCREEN_WALL,
  WIJK_SCREEN_THEMES,
  WIJK_SCREEN_TIMER,
  WIJK_SCREEN_VOTE, /* the options; counts are hidden while the ballot is not closed */
  WIJK_SCREEN_RESULT,
} WijkScreen;

#define WIJK_N_SCREENS (WIJK_SCREEN_RESULT + 1)

typedef struct
{
  char *id;
  char *words;
  char *colour; /* of its first theme, NULL: none */
} WijkProjectedCard;

typedef struct
{
  char *label;
  char *colour; /* NULL: none */
  gint64 total;
  gint64 screen; /* of a result: the origin of the total */
  gint64 paper;
  guint rank; /* of a result, from 1; 0: none */
  gboolean is_tied;
} WijkProjectedBar;

/* All that is on the wall at one moment, and nothing else. */
typedef struct
{
  WijkScreen screen;
  char *heading;    /* NULL: none */
  GPtrArray *cards; /* WijkProjectedCard: of the wall, the oldest first */
  GPtrArray *bars;  /* WijkProjectedBar: themes, options of a vote, a result */
  gint64 most;      /* the highest total of a bar */
  guint dots;       /* each voter has of a vote */
  gint64 n_dots;    /* given in a result */
} WijkProjection;

/* @question: which line of the session's questions. @ballot: an id, or NULL. A result that is not
 * closed yet shows as the vote. */
WijkProjection *wijk_projection_new (WijkState *state,
                                     const char *session,
                                     WijkScreen screen,
                                     guint question,
                                     const char *ballot) G_GNUC_WARN_UNUSED_RESULT;
void wijk_projection_free (WijkProjection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkProjection, wijk_projection_free)

G_END_DECLS
