/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Opens files that were chosen, dropped or double-clicked. Packets among them are taken in one
 * after the other, each whole or not at all, and reported together in the window of their plan;
 * the rest goes to wijk_application_import(). */
void wijk_packet_merge_open (GFile **files, int n_files);
void wijk_packet_merge_open_list (GListModel *files);

G_END_DECLS
