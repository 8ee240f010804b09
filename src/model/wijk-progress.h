/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How far a piece of work is; written by the thread that works, read by the one that shows it. */
#define WIJK_TYPE_PROGRESS (wijk_progress_get_type ())
G_DECLARE_FINAL_TYPE (WijkProgress, wijk_progress, WIJK, PROGRESS, GObject)

WijkProgress *wijk_progress_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @done of @total parts; safe from any thread. @self may be NULL. */
void wijk_progress_set (WijkProgress *self, guint done, guint total);

/* From 0 to 1; safe from any thread. */
double wijk_progress_get_fraction (WijkProgress *self);

G_END_DECLS
