/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The permanent name of a record, step or plan: `kind-` and 26 signs of 0-9a-v (130 random bits).
 */
#define WIJK_ID_SIGNS 26

/* A new random id. @kind is lower case a-z. */
char *wijk_id_new (const char *kind) G_GNUC_WARN_UNUSED_RESULT;

/* An id that follows from @seed, so that several laptops that make the same thing agree on it. */
char *wijk_id_derive (const char *kind, const char *seed) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @id is well formed; nothing of an id from elsewhere is used before this was asked. */
gboolean wijk_id_is_valid (const char *id);

/* Whether @id is well formed and its kind is @kind. */
gboolean wijk_id_has_kind (const char *id, const char *kind);

/* Whether @text is @n_digits lower-case hexadecimal digits: a hash (64) or a device (8). */
gboolean wijk_is_hex (const char *text, gsize n_digits);

G_END_DECLS
