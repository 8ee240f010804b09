/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-publish-error.h"

G_BEGIN_DECLS

/* Looks in a finished PDF of ours for every promise that can be seen in the file itself: structure
 * tree, headings, figures, lists, tables, links, bookmarks, fonts, language, metadata, colours,
 * marked content; and with `plan` (plan.json, may be NULL) whether the titles and remarks of the
 * plan stand in the text in order. `findings` takes one sentence for each promise that is not held;
 * empty when all is well. Returns FALSE with WIJK_PUBLISH_ERROR_FILE when the bytes cannot be read
 * as a PDF. */
gboolean wijk_pdf_check (GBytes *pdf, GBytes *plan, GPtrArray **findings, GError **error);

G_END_DECLS
