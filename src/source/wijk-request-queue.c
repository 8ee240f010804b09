/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-request-queue.h"

#include "wijk-pdf-error-private.h"
#include "wijk-queued.h"
#include "wijk-waiting.h"

#include <errno.h>
#include <glib-unix.h>
#include <unistd.h>

#define MAX_DEATHS 2
#define LARGEST_COPY (1024u * 1024) /* smaller pictures do not hold a slot of 16 MiB */

struct _WijkRequestQueue
{
  char *reader_path;
  guint timeout_ms;
  int fd;
  char *name;
  const WijkRequestQueueListener *listener;
  GObject *owner;
  GMainContext *context;

  WijkReaderProcess *process; /* NULL until needed */
  WijkSlots *slots;           /* outlive a process */
  GSource *readable;
  GSource *late;
  guint32 n_pages; /* 0 until the file was opened once */
  gboolean is_open;
  guint n_deaths;

  WijkWaiting waiting;
  WijkQueued *current;
  GSource *slot_freed; /* NULL unless pixels wait for a slot */
};

static void send_next (WijkRequestQueue *self);

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
set_timer (WijkRequestQueue *self, GSourceFunc func)
{
  clear_source (&self->late);
  self->late = g_timeout_source_new (self->timeout_ms);
  g_source_set_callback (self->late, func, self, NULL);
  g_source_attach (self->late, self->context);
}

static void
fail_all (WijkRequestQueue *self, const GError *error)
{
  GList *failed = g_steal_pointer (&self->waiting.list);

  if (self->current != NULL)
    failed = g_list_prepend (failed, g_steal_pointer (&self->current));
  for (GList *l = failed; l != NULL; l = l->next)
    wijk_queued_return_error (l->data, error);
  g_list_free_full (failed, (GDestroyNotify) wijk_queued_free);
}

static void
fail_as_killed (WijkRequestQueue *self)
{
  g_autoptr (GError) error = wijk_pdf_error_new_killed (self->name);

  self->listener->killed (self->owner);
  fail_all (self, error);
}

static void
end_process (WijkRequestQueue *self)
{
  clear_source (&self->late);
  clear_source (&self->readable);
  g_clear_pointer (&self->process, wijk_reader_process_end);
  self->is_open = FALSE;
}

static void
give_slot_back (WijkRequestQueue *self, const WijkQueued *queued)
{
  if (queued->request.slot != WIJK_WORDS_SLOT)
    wijk_slots_give_back (self->slots, queued->request.slot);
}

/* The process died, hangs or talks nonsense. One that dies while nothing was asked of it was ended
 * by somebody else. */
static void
lose_process (WijkRequestQueue *self)
{
  WijkQueued *lost = g_steal_pointer (&self->current);

  end_process (self);
  if (lost == NULL)
    return;

  give_slot_back (self, lost);
  if (lost->waiters->len > 0)
    wijk_waiting_put_back (&self->waiting, lost);
  else
    wijk_queued_free (lost);

  if (++self->n_deaths >= MAX_DEATHS)
    fail_as_killed (self);
  else
    send_next (self);
}

/* Whoever gets an answer may let go of the owner, and with it of the queue: the callbacks of the
 * main loop keep it until they are through. */

static gboolean
late_cb (gpointer user_data)
{
  WijkRequestQueue *self = user_data;
  g_autoptr (GObject) owner = g_object_ref (self->owner);
  GPollFD answer = { wijk_reader_process_get_socket (self->process), G_IO_IN, 0 };

  /* Where the program itself was late, the answer is there. */
  if (g_poll (&answer, 1, 0) == 0)
    lose_process (self);
  return G_SOURCE_REMOVE;
}

static void
take_pixels (WijkRequestQueue *self, WijkQueued *done, const WijkReply *reply)
{
  g_autoptr (GBytes) pixels = NULL;

  if (reply->size > LARGEST_COPY)
    pixels = wijk_slots_lend (self->slots, reply->slot, reply->size);
  else
    {
      pixels = g_bytes_new (wijk_slots_peek (self->slots, reply->slot), reply->size);
      wijk_slots_give_back (self->slots, reply->slot);
    }

  self->listener->rendered (&done->request, pixels, self->owner);
  wijk_queued_return (done, g_steal_pointer (&pixels));
}

/* Words are copied before they are looked at, as the reader could change them meanwhile. */
static gboolean
take_words (WijkRequestQueue *self, WijkQueued *done, const WijkReply *reply)
{
  g_autofree guint8 *copy = g_memdup2 (wijk_slots_peek (self->slots, reply->slot), reply->size);
  const guint32 n_pages = reply->kind == WIJK_REQUEST_OPEN ? reply->n_items : self->n_pages;
  WijkPayloadReader in;
  gpointer result;

  if (reply->kind == WIJK_REQUEST_OPEN && self->n_pages != 0 && self->n_pages != n_pages)
    return FALSE;

  wijk_payload_reader_init (&in, copy, reply->size);
  result = done->decode (&in, reply->n_items, n_pages);
  if (result == NULL)
    return FALSE;

  if (reply->kind == WIJK_REQUEST_OPEN)
    {
      self->n_pages = n_pages;
      self->is_open = TRUE;
    }
  wijk_queued_return (done, result);
  return TRUE;
}

static void
take_refusal (WijkRequestQueue *self, WijkQueued *done, const WijkReply *reply)
{
  g_autoptr (GError) error =
      wijk_pdf_error_new_for_status ((WijkStatus) reply->status, &done->request, self->name);

  give_slot_back (self, done);
  if (done->request.kind == WIJK_REQUEST_OPEN)
    fail_all (self, error); /* also what waits for the file to be open again */
  wijk_queued_return_error (done, error);
}

static void
take_reply (WijkRequestQueue *self, const WijkReply *reply)
{
  WijkQueued *done = g_steal_pointer (&self->current);

  clear_source (&self->late);
  if (reply->status != WIJK_STATUS_OK)
    take_refusal (self, done, reply);
  else if (wijk_queued_is_pixels (done))
    take_pixels (self, done, reply);
  else if (!take_words (self, done, reply))
    {
      self->current = done;
      lose_process (self);
      return;
    }

  wijk_queued_free (done);
  send_next (self);
}

static gboolean
readable_cb (int socket, GIOCondition condition, gpointer user_data)
{
  WijkRequestQueue *self = user_data;
  g_autoptr (GObject) owner = g_object_ref (self->owner);
  WijkReply reply;
  const gssize size = wijk_protocol_receive (socket, &reply, sizeof reply, NULL);

  if (size < 0 && errno == EAGAIN)
    return G_SOURCE_CONTINUE;

  if (size <= 0 || self->current == NULL ||
      !wijk_reply_answers (&reply, (gsize) size, &self->current->request))
    lose_process (self);
  else
    take_reply (self, &reply);

  return G_SOURCE_CONTINUE; /* a lost process took its source with it */
}

static void
watch_process (WijkRequestQueue *self)
{
  self->readable =
      g_unix_fd_source_new (wijk_reader_process_get_socket (self->process), G_IO_IN | G_IO_HUP);
  g_source_set_callback (self->readable, G_SOURCE_FUNC (readable_cb), self, NULL);
  g_source_attach (self->readable, self->context);
  if (self->slots == NULL)
    self->slots = wijk_slots_ref (wijk_reader_process_get_slots (self->process));
}

static gboolean
ensure_process (WijkRequestQueue *self)
{
  g_autoptr (GError) error = NULL;

  if (self->process == NULL)
    {
      self->process = wijk_reader_process_spawn (self->reader_path, self->slots, &error);
      if (self->process == NULL)
        {
          fail_all (self, error);
          return FALSE;
        }
    }
  if (self->readable == NULL)
    watch_process (self);
  return TRUE;
}

static gboolean
slot_freed_cb (gpointer user_data)
{
  WijkRequestQueue *self = user_data;
  g_autoptr (GObject) owner = g_object_ref (self->owner);

  clear_source (&self->slot_freed);
  send_next (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_slot (WijkRequestQueue *self)
{
  if (self->slot_freed != NULL)
    return;

  self->slot_freed = g_idle_source_new ();
  g_source_set_priority (self->slot_freed, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->slot_freed, slot_freed_cb, self, NULL);
  wijk_slots_wake (self->slots, g_source_ref (self->slot_freed), self->context);
}

/* -1 when the program holds them all. */
static int
take_slot (WijkRequestQueue *self)
{
  int slot = wijk_slots_take (self->slots);

  while (slot < 0 && self->listener->make_room (self->owner))
    slot = wijk_slots_take (self->slots);
  return slot;
}

/* Takes what is to be sent next off the list, with a slot for its answer. NULL: nothing can be. */
static WijkQueued *
take_next (WijkRequestQueue *self)
{
  WijkQueued *next = wijk_waiting_find_next (&self->waiting, TRUE);
  int slot = WIJK_WORDS_SLOT;

  if (next != NULL && wijk_queued_is_pixels (next))
    {
      slot = take_slot (self);
      if (slot < 0)
        {
          wait_for_slot (self);
          slot = WIJK_WORDS_SLOT;
          next = wijk_waiting_find_next (&self->waiting, FALSE);
        }
    }
  if (next == NULL)
    return NULL;

  next->request.slot = (guint32) slot;
  wijk_waiting_remove (&self->waiting, next);
  return next;
}

static WijkQueued *
reopen (void)
{
  const WijkRequest request = wijk_request_new (WIJK_REQUEST_OPEN, 0);
  WijkQueued *queued = wijk_queued_new (&request, wijk_pdf_decode_title, g_free);

  queued->request.slot = WIJK_WORDS_SLOT;
  return queued;
}

static void
send_next (WijkRequestQueue *self)
{
  gboolean is_opening;

  if (self->current != NULL || self->waiting.list == NULL || !ensure_process (self))
    return;

  /* A file that was open before has to be opened again before anything else is asked of it. */
  if (self->n_pages != 0 && !self->is_open)
    self->current = reopen ();
  else
    self->current = take_next (self);
  if (self->current == NULL)
    return;

  is_opening = self->current->request.kind == WIJK_REQUEST_OPEN;
  set_timer (self, late_cb);
  if (!wijk_reader_process_send (
          self->process, &self->current->request, is_opening ? self->fd : -1))
    lose_process (self);
}

WijkRequestQueue *
wijk_request_queue_new (const char *reader_path,
                        guint timeout_ms,
                        int fd,
                        const char *name,
                        WijkReaderProcess *process,
                        const WijkRequestQueueListener *listener,
                        GObject *owner)
{
  WijkRequestQueue *self = g_new0 (WijkRequestQueue, 1);

  self->reader_path = g_strdup (reader_path);
  self->timeout_ms = timeout_ms;
  self->fd = fd;
  self->name = g_strdup (name);
  self->process = process;
  self->listener = listener;
  self->owner = owner;
  self->context = g_main_context_ref_thread_default ();
  return self;
}

void
wijk_request_queue_free (WijkRequestQueue *self)
{
  end_process (self);
  if (self->slots != NULL)
    wijk_slots_wake (self->slots, NULL, NULL);
  clear_source (&self->slot_freed);
  g_clear_pointer (&self->current, wijk_queued_free);
  g_list_free_full (self->waiting.list, (GDestroyNotify) wijk_queued_free);
  g_clear_pointer (&self->slots, wijk_slots_unref);
  g_main_context_unref (self->context);
  close (self->fd);
  g_free (self->name);
  g_free (self->reader_path);
  g_free (self);
}

static void
given_up_cb (WijkQueued *queued, gpointer data)
{
  WijkRequestQueue *self = data;

  if (queued->waiters->len > 0 || queued == self->current)
    return;

  wijk_waiting_remove (&self->waiting, queued);
  wijk_queued_free (queued);
}

static WijkQueued *
find_same_tile (WijkRequestQueue *self, const WijkRequest *request)
{
  if (self->current != NULL && wijk_queued_is_same_tile (self->current, request))
    return self->current;
  return wijk_waiting_find_same_tile (&self->waiting, request);
}

void
wijk_request_queue_add (WijkRequestQueue *self,
                        const WijkRequest *request,
                        WijkPdfDecode decode,
                        GDestroyNotify free_result,
                        GTask *task)
{
  WijkQueued *queued;

  if (g_task_return_error_if_cancelled (task))
    {
      g_object_unref (task);
      return;
    }
  if (wijk_request_queue_is_killed (self))
    {
      g_task_return_error (task, wijk_pdf_error_new_killed (self->name));
      g_object_unref (task);
      return;
    }

  queued = find_same_tile (self, request);
  if (queued == NULL)
    {
      queued = wijk_queued_new (request, decode, free_result);
      wijk_waiting_add (&self->waiting, queued);
    }
  queued->is_ahead = FALSE;
  wijk_queued_add_waiter (queued, task, self->context, given_up_cb, self);
  send_next (self);
}

void
wijk_request_queue_add_ahead (WijkRequestQueue *self, const WijkRequest *request)
{
  WijkQueued *queued;

  if (wijk_request_queue_is_killed (self) || find_same_tile (self, request) != NULL)
    return;

  queued = wijk_queued_new (request, NULL, (GDestroyNotify) g_bytes_unref);
  queued->is_ahead = TRUE;
  wijk_waiting_add (&self->waiting, queued);
  send_next (self);
}

void
wijk_request_queue_set_view (WijkRequestQueue *self, guint first, guint last, double scale)
{
  wijk_waiting_set_view (&self->waiting, first, last, scale);
}

guint
wijk_request_queue_get_n_pages (WijkRequestQueue *self)
{
  return self->n_pages;
}

gboolean
wijk_request_queue_is_killed (WijkRequestQueue *self)
{
  return self->n_deaths >= MAX_DEATHS;
}
