/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of the reader of one PDF, and the reader kept alive.
 *
 * One request is with the reader at a time, so that what is in view can always go next. A reader
 * that dies, answers nonsense or takes too long is ended and started again, and the request sent
 * once more; after the second time the file counts as one that cannot be shown and every request
 * fails with WIJK_PDF_ERROR_KILLED. Lives in the thread's default main context of the moment it was
 * made.
 */

#pragma once

#include "wijk-pdf-decode.h"
#include "wijk-reader-process.h"

#include <gio/gio.h>

typedef struct _WijkRequestQueue WijkRequestQueue;

/* What the owner hears; it outlives the queue. */
typedef struct
{
  /* A tile was drawn. */
  void (*rendered) (const WijkRequest *request, GBytes *pixels, GObject *owner);
  /* All slots are taken: let go of some pixels. FALSE when there are none left to let go. */
  gboolean (*make_room) (GObject *owner);
  /* The file stopped its reader twice. */
  void (*killed) (GObject *owner);
} WijkRequestQueueListener;

/* @fd is taken. @process, if not NULL, is taken and used first. */
WijkRequestQueue *wijk_request_queue_new (const char *reader_path,
                                          guint timeout_ms,
                                          int fd,
                                          const char *name,
                                          WijkReaderProcess *process,
                                          const WijkRequestQueueListener *listener,
                                          GObject *owner);

/* No request may be waiting. */
void wijk_request_queue_free (WijkRequestQueue *self);

/* Asks for @request; @task, which is taken, gets a GBytes of pixels, or else what @decode makes,
 * which
 * @free_result frees. The same tile asked for twice is drawn once. */
void wijk_request_queue_add (WijkRequestQueue *self,
                             const WijkRequest *request,
                             WijkPdfDecode decode,
                             GDestroyNotify free_result,
                             GTask *task);

/* Draws a tile when there is nothing else to do; only the listener hears of it. */
void wijk_request_queue_add_ahead (WijkRequestQueue *self, const WijkRequest *request);

/* Pixels of these pages at this scale go first. What was to be drawn ahead is given up. */
void wijk_request_queue_set_view (WijkRequestQueue *self, guint first, guint last, double scale);

/* 0 before the file was opened. */
guint wijk_request_queue_get_n_pages (WijkRequestQueue *self);

gboolean wijk_request_queue_is_killed (WijkRequestQueue *self);
