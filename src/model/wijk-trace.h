/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-state.h"

G_BEGIN_DECLS

/* The way of what residents said through the plan (herkomst). The last stage, the versions, is not
 * in a plan's state: see wijk_task_find_in_versions(). */
typedef enum
{
  WIJK_TRACE_REMARKS,
  WIJK_TRACE_CLUSTERS,
  WIJK_TRACE_THEMES,
  WIJK_TRACE_PRIORITIES,
  WIJK_TRACE_MEASURES,
  WIJK_TRACE_SECTIONS,
  WIJK_TRACE_VERSIONS,
} WijkTraceStage;

#define WIJK_TRACE_N_STAGES (WIJK_TRACE_VERSIONS + 1)

/* What one record comes from and what came of it: at each stage the records that hang together
 * with it, in the order of the plan. The record itself is at its own stage. */
typedef struct
{
  GPtrArray *stages[WIJK_TRACE_N_STAGES]; /* of WijkRecord, lent; never NULL */
} WijkTrace;

/* The stage of a kind of record, or -1. Amounts, weights and the like have none. */
int wijk_trace_stage_of (WijkKind kind);

/* The trace of @record. For a record without a stage all stages are empty. Links to what is
 * deleted are not followed; a withdrawn remark is shown, for it was said. */
WijkTrace *wijk_trace_new (WijkState *state, WijkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
void wijk_trace_free (WijkTrace *self);

/* The set of @target that holds its links: "links" of a section, "origin" of a priority; NULL for
 * other records. */
const char *wijk_link_get_key (WijkRecord *target);

/* Whether @target (may be NULL) links to the record @id. A mention in a text does not count. */
gboolean wijk_link_is_set (WijkRecord *target, const char *id);

/* What @section links to, by its links or by mentions in its text, each once; records lent. */
GPtrArray *wijk_section_dup_linked (WijkState *state,
                                    WijkRecord *section) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkTrace, wijk_trace_free)

G_END_DECLS
