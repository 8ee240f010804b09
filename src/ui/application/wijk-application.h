/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-workplace.h"

G_BEGIN_DECLS

/* The program with its windows: one of all plans, and one for each plan that is open.
 *
 * Property "author" (string): who works on this laptop, kept beside the plans. Signal
 * "library-changed": a plan was made, imported, removed or closed. */
#define WIJK_TYPE_APPLICATION (wijk_application_get_type ())
G_DECLARE_FINAL_TYPE (WijkApplication, wijk_application, WIJK, APPLICATION, AdwApplication)

/* Runs the program with its windows; the exit status. */
int wijk_application_start (int argc, char **argv);

/* The one that runs. */
WijkApplication *wijk_application_get_default (void);

GSettings *wijk_application_get_settings (WijkApplication *self);
const char *wijk_application_get_library (WijkApplication *self);
const char *wijk_application_get_author (WijkApplication *self);

/* For a piece of work that begins now. */
WijkWorkplace *wijk_application_dup_workplace (WijkApplication *self) G_GNUC_WARN_UNUSED_RESULT;

/* The folder for daily copies as a path, or NULL while none was chosen. */
char *wijk_application_dup_backup_folder (WijkApplication *self) G_GNUC_WARN_UNUSED_RESULT;

/* Opens a plan in a window of its own, or raises the one it has. */
void wijk_application_open_plan (WijkApplication *self, const char *plan_id);

/* Whether a plan has a window. */
gboolean wijk_application_has_plan (WijkApplication *self, const char *plan_id);

/* Takes in a file that was chosen or dropped, then opens the plan it went to. */
void wijk_application_import (WijkApplication *self, GFile *file);

void wijk_application_tell_library_changed (WijkApplication *self);

G_END_DECLS
