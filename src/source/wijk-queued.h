/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-pdf-decode.h"

#include <gio/gio.h>

/* A request and who waits for its answer. */
typedef struct
{
  WijkRequest request;
  WijkPdfDecode decode; /* NULL for pixels */
  GDestroyNotify free_result;
  GPtrArray *waiters; /* none: drawn ahead, or all gave up */
  gboolean is_ahead;
} WijkQueued;

WijkQueued *
wijk_queued_new (const WijkRequest *request, WijkPdfDecode decode, GDestroyNotify free_result);
void wijk_queued_free (WijkQueued *self);

gboolean wijk_queued_is_pixels (const WijkQueued *self);

/* Whether both ask for the same tile. */
gboolean wijk_queued_is_same_tile (const WijkQueued *self, const WijkRequest *request);

/* Has @task, which is taken, wait too. Once its cancellable is cancelled it returns at once, and
 * then
 * @given_up is called. */
void wijk_queued_add_waiter (WijkQueued *self,
                             GTask *task,
                             GMainContext *context,
                             void (*given_up) (WijkQueued *queued, gpointer data),
                             gpointer data);

/* Whether all who waited have cancelled, even if they were not told yet. */
gboolean wijk_queued_is_given_up (const WijkQueued *self);

/* Gives every waiter its answer, which is taken. More than one can wait only for pixels. */
void wijk_queued_return (WijkQueued *self, gpointer result);
void wijk_queued_return_error (WijkQueued *self, const GError *error);
