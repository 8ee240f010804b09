/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* The list of what looks like personal data in texts that are published: each can be removed with
 * one key, as a step that can be undone, and then erased from the history too. */
#define WIJK_TYPE_PERSONAL_DIALOG (wijk_personal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkPersonalDialog, wijk_personal_dialog, WIJK, PERSONAL_DIALOG, AdwDialog)

void wijk_personal_dialog_present (GtkWidget *parent, WijkDocument *document);

G_END_DECLS
