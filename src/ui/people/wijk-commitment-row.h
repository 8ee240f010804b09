/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-commitment.h"
#include "wijk-document.h"

G_BEGIN_DECLS

/* A commitment that can be edited: what, by when, and how it stands. */
#define WIJK_TYPE_COMMITMENT_ROW (wijk_commitment_row_get_type ())
G_DECLARE_FINAL_TYPE (WijkCommitmentRow, wijk_commitment_row, WIJK, COMMITMENT_ROW, GtkListBoxRow)

GtkWidget *wijk_commitment_row_new (WijkDocument *document, WijkCommitment *commitment);

/* Puts the focus on its words, all of them selected. */
void wijk_commitment_row_begin (WijkCommitmentRow *self);

G_END_DECLS
