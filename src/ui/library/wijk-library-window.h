/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-application.h"

G_BEGIN_DECLS

/* "Plans": all plans of this laptop, beside the map of the districts. */
#define WIJK_TYPE_LIBRARY_WINDOW (wijk_library_window_get_type ())
G_DECLARE_FINAL_TYPE (
    WijkLibraryWindow, wijk_library_window, WIJK, LIBRARY_WINDOW, AdwApplicationWindow)

WijkLibraryWindow *wijk_library_window_new (WijkApplication *application);

/* Asks what the new plan is; @district: the code to begin with, or NULL. */
void wijk_library_window_propose_plan (WijkLibraryWindow *self, const char *district);

G_END_DECLS
