/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-packet.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* What belongs in a packet. Out go the plan's title, kind and area, one session with its ballots
 * and their options, all themes and the organisations: no remarks, no persons. Back come themes,
 * and the remarks, clusters, votes and attendance of the session. */

/* Whether a packet of kind @packet carries @field of records of @kind. */
gboolean wijk_packet_carries (WijkPacketKind packet, WijkKind kind, const char *field);

/* Refuses a packet that holds anything else, with a sentence for the user (WIJK_JSON_ERROR_VALUE).
 * @here: the plan as it stands on this laptop; NULL: it is not here. *@made (may be NULL): of a
 * packet back, the records that were made on that laptop: their ids, and the stamp with which each
 * began; both are lent by the packet. Those of them that are known here must have begun with that
 * same stamp: that is for the caller to ask. */
gboolean
wijk_packet_check (const WijkPacket *self, WijkState *here, GHashTable **made, GError **error);

/* Drops from a packet back, that holds all that was changed on a laptop, what does not belong in
 * it, and the steps in which nothing else was done. @here: the plan on that laptop. */
void wijk_packet_narrow (WijkPacket *self, WijkState *here);

G_END_DECLS
