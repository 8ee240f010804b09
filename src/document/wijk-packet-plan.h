/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-packet.h"
#include "wijk-state.h"
#include "wijk-store.h"

G_BEGIN_DECLS

/* A plan on a laptop of a session, made from a packet: it shows that session alone, and what is
 * done in it must be what a packet back can carry. That it is one is a fact of this laptop. */

/* The sessions it is for, the newest packet's last; NULL: this is a whole plan. */
GStrv wijk_packet_plan_dup_sessions (WijkStore *store) G_GNUC_WARN_UNUSED_RESULT;

/* Notes that @packet came out to this laptop, before it is taken in. */
gboolean wijk_packet_plan_note (WijkStore *store, const WijkPacket *packet, GError **error);

/* From now on it is a whole plan: all of it came in. */
gboolean wijk_packet_plan_forget (WijkStore *store, GError **error);

/* Stamps of the changes that came out: they need not go back. A set of strings. */
GHashTable *wijk_packet_plan_dup_given (WijkStore *store) G_GNUC_WARN_UNUSED_RESULT;

/* When the newest packet was made, by the clock of the laptop it came from; 0: unknown. */
gint64 wijk_packet_plan_get_given_time (WijkStore *store);

/* Refuses (WIJK_TASK_ERROR_INPUT) what can only be done with a whole plan. */
gboolean wijk_packet_plan_check_whole (WijkStore *store, GError **error);

/* Puts what a new record of @kind belongs to into @values (WijkEdits), where nothing says it. */
void wijk_packet_plan_complete (const char *const *sessions, WijkKind kind, GPtrArray *values);

/* Refuses (WIJK_RULE_ERROR_SET) @edits that a packet back could not carry. @sessions NULL: a whole
 * plan, where everything may be. */
gboolean wijk_packet_plan_check (const char *const *sessions,
                                 WijkState *state,
                                 GPtrArray *edits,
                                 GError **error);

G_END_DECLS
