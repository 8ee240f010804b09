/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Giving a plan to others: each asks where to, does the work with progress over @widget, and says
 * how it ended. */

/* The bundle of a version, or with 0 the internal one. */
void wijk_version_export (GtkWidget *widget, WijkDocument *document, guint version);

/* The plan as it stands as a PDF. */
void wijk_version_save_draft (GtkWidget *widget, WijkDocument *document);

G_END_DECLS
