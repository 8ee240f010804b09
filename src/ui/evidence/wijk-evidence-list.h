/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* What a record rests on, to jump to and to link and unlink: either remarks and groups of them, or
 * quotes and sources. */
#define WIJK_TYPE_EVIDENCE_LIST (wijk_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkEvidenceList, wijk_evidence_list, WIJK, EVIDENCE_LIST, GtkWidget)

GtkWidget *wijk_evidence_list_new (gboolean sources);

/* Shows @records (WijkRecord), which hang together with @subject (NULL: none). Where the subject
 * can have links, they can be made and taken away. */
void wijk_evidence_list_show (WijkEvidenceList *self,
                              WijkDocument *document,
                              WijkRecord *subject,
                              GPtrArray *records);

G_END_DECLS
