/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-record.h"

G_BEGIN_DECLS

/* What fills the middle of a plan's window. A page is a widget; all functions are optional.
 * A page goes elsewhere with the window's actions: "win.show-record" (s: a record's id),
 * "win.show-scan" (s: a remark's id: where it stands on the sheet it was typed over from),
 * "win.show-pane" (s: overview, input, priorities, sources, versions), and shows a passing message
 * with "win.toast" (s). Signal "subject-changed": see get_subject. */
#define WIJK_TYPE_PAGE (wijk_page_get_type ())
G_DECLARE_INTERFACE (WijkPage, wijk_page, WIJK, PAGE, GtkWidget)

struct _WijkPageInterface
{
  GTypeInterface parent_iface;

  /* Widgets for the two sides of the header, lent; asked once. */
  GtkWidget *(*get_header_start) (WijkPage *self);
  GtkWidget *(*get_header_end) (WijkPage *self);

  /* Makes the record visible and puts the focus there; FALSE if it is not on this page. */
  gboolean (*show_record) (WijkPage *self, WijkRecord *record);

  /* The record that is being looked at, lent; NULL for none. When it becomes another one, the page
   * emits "subject-changed". */
  WijkRecord *(*get_subject) (WijkPage *self);

  /* Puts the focus in the page's search entry; FALSE if it has none. */
  gboolean (*focus_search) (WijkPage *self);
};

GtkWidget *wijk_page_get_header_start (WijkPage *self);
GtkWidget *wijk_page_get_header_end (WijkPage *self);
gboolean wijk_page_show_record (WijkPage *self, WijkRecord *record);
gboolean wijk_page_focus_search (WijkPage *self);
WijkRecord *wijk_page_get_subject (WijkPage *self);
void wijk_page_tell_subject_changed (WijkPage *self);

G_END_DECLS
