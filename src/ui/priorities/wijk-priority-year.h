/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Ties a year of a record to a spin button, through the document. A year that is not set is shown
 * as an empty field, and stepping from there begins at the plan's own first year. Four digits that
 * are typed are on disk within a second, without leaving the field. It lives as long as the spin
 * button. */
#define WIJK_TYPE_PRIORITY_YEAR (wijk_priority_year_get_type ())
G_DECLARE_FINAL_TYPE (WijkPriorityYear, wijk_priority_year, WIJK, PRIORITY_YEAR, GObject)

/* @step: what is done, for undo. @message: where an error is told. Lent to the caller. */
WijkPriorityYear *wijk_priority_year_new (WijkDocument *document,
                                          GtkSpinButton *spin,
                                          const char *key,
                                          const char *step,
                                          GtkLabel *message);

/* NULL: none. */
void wijk_priority_year_set_record (WijkPriorityYear *self, WijkRecord *record);

G_END_DECLS
