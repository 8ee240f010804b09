/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-state.h"

G_BEGIN_DECLS

/* How many remarks belong to a session or a theme. */
typedef struct
{
  guint n_remarks; /* counted ones: not withdrawn and no parts */
  guint n_owed;    /* of them, still to be answered */
} WijkRemarkCount;

/* Of each session, or of each theme: id -> WijkRemarkCount. Looks at every remark once. */
GHashTable *wijk_remark_count_by (WijkState *state, WijkKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* "12 remarks, 3 to be answered". @count may be NULL: none. */
char *wijk_remark_count_describe (const WijkRemarkCount *count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
