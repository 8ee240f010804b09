/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-tasks.h"

G_BEGIN_DECLS

/* Makes the forms of a session, for tables where the program does not run: for each table an ODS
 * and a CSV with the same rows in @folder. The questions of the session stand above the rows; each
 * row has an id of its own, from which the id of its remark follows, so that a form that is taken
 * in again changes what it brought before. @n_tables 0: as many as the session has, at least one.
 * Returns the paths, NULL-terminated. */
GStrv wijk_task_make_forms (const WijkContext *context,
                            const char *plan_id,
                            const char *session_id,
                            guint n_tables,
                            const char *folder,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
