/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Says in the window of a packet's plan which session it is for, and makes the packet back. Hidden
 * in a whole plan. */
#define WIJK_TYPE_PACKET_BANNER (wijk_packet_banner_get_type ())
G_DECLARE_FINAL_TYPE (WijkPacketBanner, wijk_packet_banner, WIJK, PACKET_BANNER, AdwBin)

void wijk_packet_banner_set_document (WijkPacketBanner *self, WijkDocument *document);

G_END_DECLS
