/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-tasks.h"

G_BEGIN_DECLS

/* Where everything is and who asks, as a value that does not change: what a thread needs to do a
 * piece of work of wijk-tasks.h. Its clock is that of the moment it was made. */
typedef struct _WijkWorkplace WijkWorkplace;

WijkWorkplace *wijk_workplace_new (const char *library,
                                   const char *data,
                                   const char *device,
                                   const char *author) G_GNUC_WARN_UNUSED_RESULT;
WijkWorkplace *wijk_workplace_ref (WijkWorkplace *self);
void wijk_workplace_unref (WijkWorkplace *self);

const WijkContext *wijk_workplace_get_context (WijkWorkplace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkWorkplace, wijk_workplace_unref)

G_END_DECLS
