/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-state.h"
#include "wijk-store.h"
#include "wijk-tasks.h"

G_BEGIN_DECLS

/* What two laptops did to one thing without knowing of each other: all of it stands until someone
 * chooses. */

typedef struct
{
  char *stamp;
  char *field; /* of a deletion "deleted" */
  char *value; /* text form; NULL where erased */
  char *author;
  gint64 at; /* milliseconds since 1970, by the clock of who did it; 0: not known */
} WijkConflictSide;

typedef struct
{
  char *record;
  char *field;      /* "deleted": removed by one, changed by another */
  GPtrArray *sides; /* WijkConflictSides, the one that is shown last; of a deletion first what
                     * removed it, then what its author had not seen */
} WijkConflict;

/* The conflicts of a record; empty where there are none. */
GPtrArray *wijk_conflicts_read_record (WijkStore *store,
                                       WijkRecord *record,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Those of all records of @state, in the order of plan.json. */
GPtrArray *
wijk_conflicts_read (WijkStore *store, WijkState *state, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same from the plan on disk. */
GPtrArray *wijk_task_list_conflicts (const WijkContext *context,
                                     const char *plan_id,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
