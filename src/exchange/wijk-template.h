/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The WijkEdits that make the sections of a template, in their order, with guidance and length.
 * Each call makes sections with ids of their own. Errors are those of WIJK_JSON_ERROR. */
GPtrArray *wijk_template_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
