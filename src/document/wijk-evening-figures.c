/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-evening-figures.h"

#include "wijk-ballot.h"
#include "wijk-wall.h"

static void
count_remark (WijkEveningFigures *figures, WijkRemark *remark)
{
  figures->n_remarks++;
  figures->n_voices += remark->count != WIJK_UNSET ? (guint) remark->count : 1;
  figures->n_without_theme += remark->themes == NULL || remark->themes->len == 0;
  figures->n_shown += remark->wall == WIJK_WALL_SHOWN;
  figures->n_hidden += remark->wall == WIJK_WALL_HIDDEN;
  figures->n_waiting += remark->wall == WIJK_WALL_UNSET;
}

WijkEveningFigures
wijk_evening_count (WijkState *state, const char *session)
{
  g_autoptr (GPtrArray) remarks = wijk_wall_list_remarks (state, session);
  g_autoptr (GPtrArray) ballots =
      wijk_state_dup_children (state, WIJK_KIND_BALLOT, "session", session);
  WijkEveningFigures figures = { 0 };

  for (guint i = 0; i < remarks->len; i++)
    count_remark (&figures, remarks->pdata[i]);
  for (guint i = 0; i < ballots->len; i++)
    {
      gboolean is_closed = ((WijkBallot *) ballots->pdata[i])->status == WIJK_BALLOT_CLOSED;

      figures.n_closed += is_closed;
      figures.n_not_closed += !is_closed;
    }

  return figures;
}
