/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-application.h"

G_BEGIN_DECLS

/* Makes a plan in a thread. @what is copied. The result is the plan's id. */
void wijk_new_plan_make_async (WijkApplication *application,
                               const WijkNewPlan *what,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
char *wijk_new_plan_make_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the example plan and opens it; says in a dialog over @widget when that cannot be. */
void wijk_new_plan_make_example (WijkApplication *application, GtkWidget *widget);

G_END_DECLS
