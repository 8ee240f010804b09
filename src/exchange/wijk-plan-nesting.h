/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-record.h"

G_BEGIN_DECLS

/* How records stand in plan.json: in an array of their kind, which is a member of the plan or,
 * where a field links them to another record, of that one. */

/* The key of the array of a kind: "priorities". */
const char *wijk_nesting_get_array (WijkKind kind);

/* The kind whose array this is, WIJK_KIND_OTHER for "other"; -1 for any other key. */
int wijk_nesting_find_kind (const char *array);

/* Whether @key is no field's name in a record of @kind, because something else stands there. */
gboolean wijk_nesting_is_taken (WijkKind kind, const char *key);

/* The field that links a record of kind @child to the one of kind @parent in which it stands; NULL
 * where such records do not stand in each other. */
const WijkField *wijk_nesting_get_link (WijkKind parent, WijkKind child);

/* The kinds that stand in records of @parent, in the order of plan.json: the one at @n, or
 * WIJK_KIND_OTHER behind the last. */
WijkKind wijk_nesting_get_child (WijkKind parent, guint n);

/* Kinds that stand in others of their own kind, by their place: how deep below the top; else 0. */
guint wijk_nesting_get_depth (WijkKind kind);

G_END_DECLS
