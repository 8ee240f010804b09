/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number as a person would have typed it: "3", "-2.5", "0.1"; a whole one without a power of
 * ten. */
char *wijk_number_show (double value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
