/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-progress.h"
#include "wijk-state.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which remarks of a plan may say the same, for a person to judge; found on a thread, on this
 * laptop. Left out are withdrawn and split remarks, what is together in a cluster already, and what
 * was refused before. */

/* @state is read before this returns. @progress may be NULL. */
void wijk_proposals_find_async (WijkState *state,
                                WijkProgress *progress,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* Groups of remark ids (GStrv), the most alike first, owned by the array. */
GPtrArray *wijk_proposals_find_finish (GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
