/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The memory shared with a reader: 16 slots of 16 MiB that cost only what was written to them. It
 * cannot shrink (a reader could stop this program by cutting it off) nor grow. The last slot is
 * kept for answers in words, which are copied out at once; the others hold pixels until their
 * GBytes is freed. The reader may go on writing into a slot: pixels may be wrong, nothing else is
 * taken from shared memory. Used from one thread, but bytes may be freed on any. */

#pragma once

#include "wijk-protocol.h"

#include <glib.h>

#define WIJK_WORDS_SLOT (WIJK_N_SLOTS - 1)

typedef struct _WijkSlots WijkSlots;

/* NULL with G_IO_ERROR_FAILED where there is no memory to be had. */
WijkSlots *wijk_slots_new (GError **error);

WijkSlots *wijk_slots_ref (WijkSlots *self);
void wijk_slots_unref (WijkSlots *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkSlots, wijk_slots_unref)

int wijk_slots_get_fd (WijkSlots *self);

/* A slot for pixels, or -1 when all are taken. */
int wijk_slots_take (WijkSlots *self);
void wijk_slots_give_back (WijkSlots *self, guint slot);

const guint8 *wijk_slots_peek (WijkSlots *self, guint slot);

/* The first @size bytes of a slot that was taken; it is given back when they are freed. */
GBytes *wijk_slots_lend (WijkSlots *self, guint slot, gsize size);

/* Attaches @source, which is taken, to @context when the next slot comes free; at once if one is
 * free. NULL forgets the one that waits. */
void wijk_slots_wake (WijkSlots *self, GSource *source, GMainContext *context);
