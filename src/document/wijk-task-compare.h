/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-tasks.h"

G_BEGIN_DECLS

/* What differs between a frozen version and the plan as it stands: one line each for a chapter or
 * priority that is new, gone or changed, in the order of the plan. Free with g_strfreev(). Fails as
 * wijk_task_show_json() does. */
char **wijk_task_list_changed (const WijkContext *context,
                               const char *plan_id,
                               guint version,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
