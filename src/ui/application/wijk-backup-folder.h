/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets someone choose the folder for daily copies; what is chosen is kept in the settings. */
void wijk_backup_folder_choose (GtkWidget *widget);

/* The chosen folder as people know it, or NULL while none was chosen. */
char *wijk_backup_folder_dup_name (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
