/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-application.h"

G_BEGIN_DECLS

/* Asks what a new plan is, makes it and opens it. */
#define WIJK_TYPE_NEW_PLAN_DIALOG (wijk_new_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkNewPlanDialog, wijk_new_plan_dialog, WIJK, NEW_PLAN_DIALOG, AdwDialog)

/* @district: the code of the district to begin with, or NULL. */
AdwDialog *wijk_new_plan_dialog_new (WijkApplication *application, const char *district);

G_END_DECLS
