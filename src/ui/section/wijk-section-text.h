/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-rich-view.h"
#include "wijk-section.h"

G_BEGIN_DECLS

/* The text of a chapter with its toolbar. What is typed goes to the document by itself; what others
 * change shows here, with the caret where it was.
 *
 * Property "n-words" (uint): notifies at most once a second. */
#define WIJK_TYPE_SECTION_TEXT (wijk_section_text_get_type ())
G_DECLARE_FINAL_TYPE (WijkSectionText, wijk_section_text, WIJK, SECTION_TEXT, AdwBin)

/* Once. */
void
wijk_section_text_set_section (WijkSectionText *self, WijkDocument *document, WijkSection *section);

WijkRichView *wijk_section_text_get_view (WijkSectionText *self);
guint wijk_section_text_get_n_words (WijkSectionText *self);

/* Shows what undo or another program changed last, if that just happened. */
void wijk_section_text_show_change (WijkSectionText *self);

G_END_DECLS
