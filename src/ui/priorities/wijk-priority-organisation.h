/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Asks for an organisation: those that the plan knows are listed as one types; Enter takes what is
 * typed. Signal "chosen" (string): its name. */
#define WIJK_TYPE_PRIORITY_ORGANISATION (wijk_priority_organisation_get_type ())
G_DECLARE_FINAL_TYPE (
    WijkPriorityOrganisation, wijk_priority_organisation, WIJK, PRIORITY_ORGANISATION, GtkPopover)

GtkWidget *wijk_priority_organisation_new (void);

/* Offers what is known; before it is shown. @except: names that are there already, may be NULL. */
void wijk_priority_organisation_fill (WijkPriorityOrganisation *self,
                                      WijkDocument *document,
                                      GPtrArray *except);

G_END_DECLS
