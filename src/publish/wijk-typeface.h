/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The shipped fonts and nothing else, so that a publication looks the same everywhere. One is
 * made for each publication: nothing in it is shared with another thread. */
typedef struct _WijkTypeface WijkTypeface;

/* Takes all faces it needs from `folder`; fails with WIJK_PUBLISH_ERROR_RESOURCES. */
WijkTypeface *wijk_typeface_load (const char *folder, GError **error);
void wijk_typeface_free (WijkTypeface *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkTypeface, wijk_typeface_free)

/* For layouts at 72 units to the inch, without hinting. Lent. */
PangoContext *wijk_typeface_get_context (const WijkTypeface *self);

/* A copy without control characters, marks of direction and private signs, and with a box for
 * every sign that the fonts do not have; those are remembered. Newlines stay, tabs become spaces.
 */
char *wijk_typeface_clean (WijkTypeface *self, const char *text);
/* The signs replaced so far, each once, or NULL. */
char *wijk_typeface_dup_replaced (const WijkTypeface *self);

G_END_DECLS
