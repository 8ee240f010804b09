/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-stakeholder.h"

G_BEGIN_DECLS

/* A person or organisation in the register. */
#define WIJK_TYPE_PERSON_ROW (wijk_person_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkPersonRow, wijk_person_row, WIJK, PERSON_ROW, GtkListBoxRow)

GtkWidget *wijk_person_row_new (WijkStakeholder *person);

WijkStakeholder *wijk_person_row_get_person (WijkPersonRow *self);

/* What the register calls them: of an organisation its name, of a person that was erased that the
 * name was removed. */
const char *wijk_person_get_title (WijkStakeholder *person);

/* @today: an ISO date; @n_due: commitments that are due. */
void wijk_person_row_update (WijkPersonRow *self, const char *today, guint n_due);

G_END_DECLS
