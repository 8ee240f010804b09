/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-page.h"

G_BEGIN_DECLS

/* A plan's pages with the evidence pane: beside the page where there is room, else on a sheet that
 * comes up from below. Properties: "content" (GtkWidget: the pages), "narrow" (boolean: the sheet),
 * "shown" (boolean: whether the pane is wanted beside the page), "has-toggle" (boolean, readable:
 * the page has something that evidence belongs to, and the pane stands beside it). */
#define WIJK_TYPE_EVIDENCE_FRAME (wijk_evidence_frame_get_type ())
G_DECLARE_FINAL_TYPE (WijkEvidenceFrame, wijk_evidence_frame, WIJK, EVIDENCE_FRAME, AdwBin)

/* Called once. */
void wijk_evidence_frame_set_document (WijkEvidenceFrame *self, WijkDocument *document);

/* Follows the page that is shown now. @in_area: it shows a list and a record beside each other, so
 * that there is less room: whether the pane is wanted is remembered apart. */
void wijk_evidence_frame_set_page (WijkEvidenceFrame *self, WijkPage *page, gboolean in_area);

/* Shows or hides the pane. */
void wijk_evidence_frame_toggle (WijkEvidenceFrame *self);

/* Takes the sheet down: something on the page is to be seen. */
void wijk_evidence_frame_close_sheet (WijkEvidenceFrame *self);

G_END_DECLS
