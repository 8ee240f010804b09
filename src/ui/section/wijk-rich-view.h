/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-rich-buffer.h"

G_BEGIN_DECLS

/* Where rich text is read and written: a text view with the signs of lists and quotations beside
 * the lines, a column that is comfortable to read however wide the window is, and the keys of
 * writing.
 *
 * Property "placeholder" (string): shown while nothing is written.
 * Signals: "step-ended": something that should be undone by itself was done; "link-activated"
 * (string uri); "text-dropped" (string text, int position): nothing was inserted yet; returns
 * whether it is taken care of. */
#define WIJK_TYPE_RICH_VIEW (wijk_rich_view_get_type ())
G_DECLARE_FINAL_TYPE (WijkRichView, wijk_rich_view, WIJK, RICH_VIEW, GtkTextView)

WijkRichBuffer *wijk_rich_view_get_buffer (WijkRichView *self);

/* Scrolls what is between two characters into sight and puts the caret behind it. */
void wijk_rich_view_show_range (WijkRichView *self, int first, int last);

G_END_DECLS
