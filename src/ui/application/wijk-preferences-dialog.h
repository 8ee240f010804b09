/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-application.h"

G_BEGIN_DECLS

/* Who works here, how the program looks, where daily copies go. What is set holds at once. */
#define WIJK_TYPE_PREFERENCES_DIALOG (wijk_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    WijkPreferencesDialog, wijk_preferences_dialog, WIJK, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *wijk_preferences_dialog_new (WijkApplication *application);

G_END_DECLS
