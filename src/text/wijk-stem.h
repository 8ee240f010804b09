/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a folded Dutch word is reduced to, so that its forms meet: "bomen" and "boom" -> "bom",
 * "gemaaid" -> "mai". Light on purpose: plurals, diminutives, verb endings, the doubled letters
 * these bring about. Numbers and words under four letters stay as they are. */
char *wijk_stem (const char *word) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
