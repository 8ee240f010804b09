/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on files can be dropped on @window: any number of packets are taken in together, what
 * else is dropped is opened. */
void wijk_packet_drop_add_to (GtkWidget *window);

G_END_DECLS
