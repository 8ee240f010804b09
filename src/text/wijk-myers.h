/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks in @old_changed and @new_changed what is not in a common subsequence of the two rows of
 * numbers; what stays unmarked is equal one by one. The marks are FALSE at the start. */
void wijk_myers (const guint *old_items,
                 guint n_old,
                 const guint *new_items,
                 guint n_new,
                 gboolean *old_changed,
                 gboolean *new_changed);

G_END_DECLS
