/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-priority.h"

G_BEGIN_DECLS

/* All of one priority, to be read and changed: what, when, who, where it comes from, what it costs,
 * by which measures. Its actions "priority.move-up", "priority.move-down" and "priority.delete" are
 * also in its menu. */
#define WIJK_TYPE_PRIORITY_DETAIL (wijk_priority_detail_get_type ())
G_DECLARE_FINAL_TYPE (WijkPriorityDetail, wijk_priority_detail, WIJK, PRIORITY_DETAIL, AdwBin)

void wijk_priority_detail_set_document (WijkPriorityDetail *self, WijkDocument *document);

/* NULL: none. */
void wijk_priority_detail_set_priority (WijkPriorityDetail *self, WijkPriority *priority);
WijkPriority *wijk_priority_detail_get_priority (WijkPriorityDetail *self);

/* From 1; said at the top. */
void wijk_priority_detail_set_rank (WijkPriorityDetail *self, guint rank, guint n_priorities);

/* Whether there is a way back to the list. */
void wijk_priority_detail_set_has_back (WijkPriorityDetail *self, gboolean has_back);

/* The title gets the focus, all of it selected: it was just made. */
void wijk_priority_detail_begin_naming (WijkPriorityDetail *self);

/* Puts the focus on a part of this priority; FALSE if it has no such part. */
gboolean wijk_priority_detail_show_record (WijkPriorityDetail *self, WijkRecord *record);

/* Deletes the priority with its measures, and offers to undo it. */
void wijk_priority_detail_delete (WijkPriorityDetail *self);

G_END_DECLS
