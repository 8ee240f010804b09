/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-packet-words.h"

G_BEGIN_DECLS

/* Shows what came of each packet (WijkPacketResults). Packets that went out and were opened without
 * trouble need no report. @document: the plan in @parent's window, or NULL. */
void wijk_packet_report_show (GtkWidget *parent, WijkDocument *document, GPtrArray *results);

G_END_DECLS
