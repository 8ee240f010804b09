/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-tasks.h"

G_BEGIN_DECLS

/* Makes the packet of @session (NULL: the one that a packet's plan is for): where the whole plan
 * is, the one that goes out to the laptops; on such a laptop, the one back. Typing is closed first.
 * @label: what people call it, or NULL. Returns its bytes; *@name is a file name that tells the
 * packets of several laptops apart. */
GBytes *wijk_task_make_packet (const WijkContext *context,
                               const char *plan_id,
                               const char *session,
                               const char *label,
                               char **name,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes it to @path, whole or not at all, and notes that it left. */
gboolean wijk_task_save_packet (const WijkContext *context,
                                const char *plan_id,
                                GBytes *packet,
                                const char *path,
                                GError **error);

G_END_DECLS
