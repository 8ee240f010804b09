/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The requests that wait for the reader, and which of them goes next: opening; then pixels of the
 * pages in view; then what else was asked for; last what is drawn ahead. Within each, the oldest.
 */

#pragma once

#include "wijk-queued.h"

typedef struct
{
  GList *list; /* WijkQueued, oldest first */
  guint view_first;
  guint view_last;
  double view_scale; /* 0: nothing is in view */
} WijkWaiting;

void wijk_waiting_add (WijkWaiting *self, WijkQueued *queued);

/* In front of its equals: it was sent once already. */
void wijk_waiting_put_back (WijkWaiting *self, WijkQueued *queued);

void wijk_waiting_remove (WijkWaiting *self, WijkQueued *queued);

/* NULL when nothing waits. Without @with_pixels: nothing but what needs no slot for pixels. */
WijkQueued *wijk_waiting_find_next (WijkWaiting *self, gboolean with_pixels);

WijkQueued *wijk_waiting_find_same_tile (WijkWaiting *self, const WijkRequest *request);

/* Also gives up all that was to be drawn ahead. */
void wijk_waiting_set_view (WijkWaiting *self, guint first, guint last, double scale);
