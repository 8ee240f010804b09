/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-application.h"
#include "wijk-document.h"

G_BEGIN_DECLS

/* Links PDFs to a plan, one after the other, in a thread.
 *
 * Properties, which notify: "status" (string or NULL: what is being done, while something is).
 * Signals: "linked" (string id, boolean is_new) for each file that is linked now; "failed" (string
 * message) for each that cannot be; "ended". */
#define WIJK_TYPE_SOURCE_LINKING (wijk_source_linking_get_type ())
G_DECLARE_FINAL_TYPE (WijkSourceLinking, wijk_source_linking, WIJK, SOURCE_LINKING, GObject)

WijkSourceLinking *wijk_source_linking_new (WijkDocument *document,
                                            const char *plan_id) G_GNUC_WARN_UNUSED_RESULT;

/* @file comes after those that are waiting. */
void wijk_source_linking_add (WijkSourceLinking *self, GFile *file);

/* Stops with the file at hand and forgets those that wait. */
void wijk_source_linking_cancel (WijkSourceLinking *self);

const char *wijk_source_linking_get_status (WijkSourceLinking *self);

G_END_DECLS
