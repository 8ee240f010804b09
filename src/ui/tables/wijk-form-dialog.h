/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Asks of which session, for how many tables and in which folder, and makes the forms there. */
void wijk_form_dialog_present (GtkWidget *parent, WijkDocument *document);

G_END_DECLS
