/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-stakeholder.h"

G_BEGIN_DECLS

/* What a person or organisation promised, to be edited, with a row to add one. */
#define WIJK_TYPE_COMMITMENT_LIST (wijk_commitment_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkCommitmentList, wijk_commitment_list, WIJK, COMMITMENT_LIST, GtkWidget)

/* @person may be NULL. */
void wijk_commitment_list_set_person (WijkCommitmentList *self,
                                      WijkDocument *document,
                                      WijkStakeholder *person);

G_END_DECLS
