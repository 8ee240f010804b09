/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A gentle sentence about what in @words looks as if it tells who somebody is; NULL if nothing
 * does. */
char *wijk_remark_dup_personal_warning (const char *words) G_GNUC_WARN_UNUSED_RESULT;

/* The same for any other text. */
char *wijk_personal_dup_hint (const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
