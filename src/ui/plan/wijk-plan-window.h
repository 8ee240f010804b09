/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-application.h"
#include "wijk-document.h"

G_BEGIN_DECLS

/* One open plan: its areas and chapters at the side, one of them in the middle. Closing waits until
 * everything is on disk.
 *
 * Actions for its pages: "win.show-record" (s: id), "win.show-pane" (s: see wijk-sidebar-item.h),
 * "win.toast" (s: text), "win.toast-undo" (s: text; offers to undo the last step), "win.evening"
 * (s: id of a session), "win.start-evening", "win.leave-evening". */
#define WIJK_TYPE_PLAN_WINDOW (wijk_plan_window_get_type ())
G_DECLARE_FINAL_TYPE (WijkPlanWindow, wijk_plan_window, WIJK, PLAN_WINDOW, AdwApplicationWindow)

WijkPlanWindow *
wijk_plan_window_new (WijkApplication *application, const char *plan_id, WijkDocument *document);

const char *wijk_plan_window_get_plan_id (WijkPlanWindow *self);
WijkDocument *wijk_plan_window_get_document (WijkPlanWindow *self);

G_END_DECLS
