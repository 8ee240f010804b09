/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-tasks.h"

G_BEGIN_DECLS

/* Takes in packets, one after the other, each whole or not at all. It keeps the plan open between
 * them, so that twenty cost little more than one. Used by one thread at a time. */
typedef struct _WijkPacketTaker WijkPacketTaker;

/* @context is lent until the taker is freed. */
WijkPacketTaker *wijk_packet_taker_new (const WijkContext *context) G_GNUC_WARN_UNUSED_RESULT;
void wijk_packet_taker_free (WijkPacketTaker *self);

/* Whether @file means to be a packet, by its name or its first bytes. */
gboolean wijk_packet_taker_wants (GFile *file);

/* A packet that went out makes a plan that shows its session only, or is added to that plan; where
 * the whole plan is, it brings nothing. One that comes back is merged, as one step for undo. @into:
 * the plan that it must be of, or NULL. Refusals are of WIJK_JSON_ERROR, WIJK_STORE_ERROR and
 * WIJK_TASK_ERROR. */
gboolean wijk_packet_taker_take (WijkPacketTaker *self,
                                 GFile *file,
                                 const char *into,
                                 GCancellable *cancellable,
                                 WijkImported *imported,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkPacketTaker, wijk_packet_taker_free)

G_END_DECLS
