/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-trace.h"

G_BEGIN_DECLS

/* The ribbon of a trace: the stages from remark to version below each other on one line, each with
 * its records to jump to ("win.show-record"). Arrow keys walk from record to record, left and right
 * from stage to stage. */
#define WIJK_TYPE_TRACE_VIEW (wijk_trace_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkTraceView, wijk_trace_view, WIJK, TRACE_VIEW, GtkWidget)

GtkWidget *wijk_trace_view_new (void);

/* Shows @trace, which is copied from; @record is the one it is of. NULL: nothing. */
void wijk_trace_view_show (WijkTraceView *self, WijkTrace *trace, WijkRecord *record);

/* The versions that hold the record: WijkRecords, lent; NULL: not known yet. */
void wijk_trace_view_show_versions (WijkTraceView *self, GPtrArray *versions);

/* "Theme", "Priority" ... in the user's language. */
const char *wijk_trace_stage_get_name (WijkTraceStage stage);

G_END_DECLS
