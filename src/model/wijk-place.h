/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a record stands among its like, in one value: `parent/key`. The parent is a record's id or
 * empty for the top; keys sort bytewise. A key is a fraction in base 36 with three random letters
 * at its end, so that two laptops that insert at the same spot still differ. */

/* A place under @parent (NULL: top) after @before and ahead of @after (keys, NULL: no neighbour).
 * NULL when there is no room: the keys are equal, then renew the later one first; or 400 signs long
 * after hundreds of insertions at the very same spot, then renew both. */
char *wijk_place_new (const char *parent,
                      const char *before,
                      const char *after) G_GNUC_WARN_UNUSED_RESULT;

/* The parent's id, or "" for the top. @place may be "" or NULL. */
char *wijk_place_dup_parent (const char *place) G_GNUC_WARN_UNUSED_RESULT;

/* The key inside @place; "" where there is none. */
const char *wijk_place_get_key (const char *place);

/* Whether @place is well formed. */
gboolean wijk_place_is_valid (const char *place);

G_END_DECLS
