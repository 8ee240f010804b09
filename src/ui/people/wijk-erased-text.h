/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-state.h"
#include "wijk-task-erase.h"

G_BEGIN_DECLS

/* What cleaning up takes away, in words. */

/* Where it stands: "Chapter “Thanks”: text". */
char *wijk_erased_dup_place (WijkState *state, const WijkErased *erased) G_GNUC_WARN_UNUSED_RESULT;

/* What goes and what comes in its place; more than one line. */
char *wijk_erased_dup_detail (const WijkErased *erased) G_GNUC_WARN_UNUSED_RESULT;

/* "Backup of 23 November 2026, in /home/…", or that it is not there any more. */
char *wijk_left_dup_description (const WijkLeft *left) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
