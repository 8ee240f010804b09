/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-report-choice.h"
#include "wijk-tasks.h"

G_BEGIN_DECLS

/* Reports, made from the plan as it stands. */

/* A name for the file: "reactienota-wijkplan-merenwijk-2026-11-23.pdf". */
char *wijk_task_name_report (const WijkContext *context,
                             const char *title,
                             const WijkReportChoice *choice,
                             WijkReportFormat format) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the report to @path, whole or not at all. */
gboolean wijk_task_report (const WijkContext *context,
                           const char *plan_id,
                           const WijkReportChoice *choice,
                           WijkReportFormat format,
                           const char *path,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
