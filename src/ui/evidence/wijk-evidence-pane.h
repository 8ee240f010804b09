/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* What belongs to the record at hand (the chapter, priority or remark that is being looked at): its
 * way through the plan, what residents said, sources, comments. Remarks dropped on it are linked.
 * Property "summary" (string, NULL: no record): "12 remarks · 3 sources". */
#define WIJK_TYPE_EVIDENCE_PANE (wijk_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (WijkEvidencePane, wijk_evidence_pane, WIJK, EVIDENCE_PANE, AdwBin)

/* Called once. */
void wijk_evidence_pane_set_document (WijkEvidencePane *self, WijkDocument *document);

/* NULL: none. A record that has no place in a trace counts as none. */
void wijk_evidence_pane_set_subject (WijkEvidencePane *self, WijkRecord *subject);

G_END_DECLS
