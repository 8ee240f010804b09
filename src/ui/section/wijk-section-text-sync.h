/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-document.h"
#include "wijk-rich-buffer.h"
#include "wijk-section.h"

G_BEGIN_DECLS

/* Keeps a chapter's text and the buffer it is written in the same. What is typed goes to the
 * document within the second; what undo, a merge or another program changes comes into the buffer
 * as a difference, but never while something typed is still on its way. Long texts come and go in
 * parts, when there is nothing else to do. When it goes it empties the buffer.
 *
 * Properties: "loading" (boolean), "n-words" (uint). Both notify. */
#define WIJK_TYPE_SECTION_TEXT_SYNC (wijk_section_text_sync_get_type ())
G_DECLARE_FINAL_TYPE (WijkSectionTextSync, wijk_section_text_sync, WIJK, SECTION_TEXT_SYNC, GObject)

WijkSectionTextSync *wijk_section_text_sync_new (WijkDocument *document,
                                                 WijkSection *section,
                                                 WijkRichBuffer *buffer) G_GNUC_WARN_UNUSED_RESULT;

gboolean wijk_section_text_sync_is_loading (WijkSectionTextSync *self);
guint wijk_section_text_sync_get_n_words (WijkSectionTextSync *self);

/* Around edits of the buffer that are a step of their own. @step: what is done, a constant. */
void wijk_section_text_sync_begin_step (WijkSectionTextSync *self, const char *step);
void wijk_section_text_sync_end_step (WijkSectionTextSync *self);

/* What was typed up to now is a step: soon, after the screen was drawn. */
void wijk_section_text_sync_close_step (WijkSectionTextSync *self);

/* Puts a mention of @record into the text, which links the chapter to it: one step. */
gboolean wijk_section_text_sync_mention (WijkSectionTextSync *self,
                                         WijkRecord *record,
                                         int position,
                                         GError **error);

/* The same with the words between two characters, which are there already. */
gboolean wijk_section_text_sync_link (
    WijkSectionTextSync *self, WijkRecord *record, int start, int end, GError **error);

/* Between which characters others changed the text just now. FALSE: they did not. */
gboolean wijk_section_text_sync_take_change (WijkSectionTextSync *self, int *first, int *last);

G_END_DECLS
