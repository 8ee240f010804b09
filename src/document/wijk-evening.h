/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-projection.h"

G_BEGIN_DECLS

/* How far an evening is on this laptop, and what its projector shows: kept on this laptop alone, so
 * that a fall of the program costs nothing, and no part of the plan. */
typedef enum
{
  WIJK_PHASE_PREPARE,
  WIJK_PHASE_COLLECT,
  WIJK_PHASE_SORT,
  WIJK_PHASE_VOTE,
  WIJK_PHASE_CLOSE,
} WijkPhase;

#define WIJK_N_PHASES (WIJK_PHASE_CLOSE + 1)

typedef struct
{
  char *session; /* id; NULL: no evening */
  WijkPhase phase;
  WijkScreen screen;
  guint question; /* which line of the session's questions */
  guint step;     /* which line of its steps comes now */
  char *ballot;   /* id; NULL: none */
  gboolean is_black;
  gboolean is_light; /* dark letters on white, for a hall full of daylight */
} WijkEvening;

/* One line, to be kept. */
char *wijk_evening_format (const WijkEvening *self) G_GNUC_WARN_UNUSED_RESULT;

/* Reads it back; what makes no sense in it is as at the start of an evening. */
void wijk_evening_parse (WijkEvening *self, const char *line);

/* The screen that goes with a phase as it begins. */
WijkScreen wijk_phase_get_screen (WijkPhase phase);

void wijk_evening_clear (WijkEvening *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WijkEvening, wijk_evening_clear)

G_END_DECLS
