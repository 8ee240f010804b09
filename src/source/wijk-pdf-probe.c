/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-probe.h"

#include "wijk-pdf-decode.h"
#include "wijk-pdf-error-private.h"
#include "wijk-pdf-file.h"
#include "wijk-reader-process.h"
#include "wijk-reader.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <poll.h>

#define TIMEOUT_MS 5000u
#define MAX_TRIES 2

typedef enum
{
  ANSWERED,
  STOPPED, /* the reader died, is late or talks nonsense */
  FAILED,  /* with an error */
} Outcome;

void
wijk_pdf_info_clear (WijkPdfInfo *info)
{
  g_clear_pointer (&info->title, g_free);
  info->n_pages = 0;
}

/* Waits for the reader's next word; FALSE when it is late or @cancellable is cancelled. */
static gboolean
wait_for (int socket, gint64 deadline, GCancellable *cancellable)
{
  GPollFD cancelled = { .fd = -1 };
  const gboolean can_cancel = g_cancellable_make_pollfd (cancellable, &cancelled);
  struct pollfd fds[] = { { socket, POLLIN, 0 }, { (int) cancelled.fd, POLLIN, 0 } };
  int n_ready;

  do
    {
      const gint64 left = MAX (deadline - g_get_monotonic_time (), 0);

      n_ready = poll (fds, can_cancel ? 2 : 1, (int) (left / 1000));
    }
  while (n_ready < 0 && errno == EINTR);

  if (can_cancel)
    g_cancellable_release_fd (cancellable);
  return n_ready > 0 && fds[0].revents != 0;
}

static gboolean
read_title (WijkReaderProcess *process, const WijkReply *reply, WijkPdfInfo *info)
{
  g_autofree guint8 *copy = g_memdup2 (
      wijk_slots_peek (wijk_reader_process_get_slots (process), reply->slot), reply->size);
  WijkPayloadReader in;

  wijk_payload_reader_init (&in, copy, reply->size);
  info->title = wijk_pdf_decode_title (&in, reply->n_items, reply->n_items);
  info->n_pages = reply->n_items;
  return info->title != NULL;
}

static Outcome
try_once (int fd,
          const char *name,
          const char *reader_path,
          guint timeout_ms,
          WijkPdfInfo *info,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (WijkReaderProcess) process = wijk_reader_process_spawn (reader_path, NULL, error);
  const gint64 deadline = g_get_monotonic_time () + (gint64) timeout_ms * 1000;
  WijkRequest request = wijk_request_new (WIJK_REQUEST_OPEN, 0);
  WijkReply reply;
  gssize size;
  int socket;

  if (process == NULL)
    return FAILED;

  request.slot = WIJK_WORDS_SLOT;
  socket = wijk_reader_process_get_socket (process);
  if (!wijk_reader_process_send (process, &request, fd))
    return STOPPED;
  if (!wait_for (socket, deadline, cancellable))
    return g_cancellable_set_error_if_cancelled (cancellable, error) ? FAILED : STOPPED;

  size = wijk_protocol_receive (socket, &reply, sizeof reply, NULL);
  if (size <= 0 || !wijk_reply_answers (&reply, (gsize) size, &request))
    return STOPPED;
  if (reply.status == WIJK_STATUS_OK)
    return read_title (process, &reply, info) ? ANSWERED : STOPPED;

  g_propagate_error (error,
                     wijk_pdf_error_new_for_status ((WijkStatus) reply.status, &request, name));
  return FAILED;
}

gboolean
wijk_pdf_probe_fd (int fd,
                   const char *name,
                   const char *reader_path,
                   guint timeout_ms,
                   WijkPdfInfo *info,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (WijkPdfInfo) found = { 0 };
  Outcome outcome = STOPPED;

  g_return_val_if_fail (fd >= 0, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (reader_path == NULL)
    reader_path = wijk_reader_get_default_path ();
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  for (int i = 0; i < MAX_TRIES && outcome == STOPPED; i++)
    outcome = try_once (fd, name, reader_path, timeout_ms, &found, cancellable, error);

  if (outcome == STOPPED)
    g_propagate_error (error, wijk_pdf_error_new_killed (name));
  if (outcome != ANSWERED)
    return FALSE;

  if (info != NULL)
    {
      *info = found;
      found = (WijkPdfInfo) { 0 };
    }
  return TRUE;
}

gboolean
wijk_pdf_probe (
    GFile *file, const char *name, WijkPdfInfo *info, GCancellable *cancellable, GError **error)
{
  g_autofree char *used_name = NULL;
  g_autofd int fd = -1;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  used_name = wijk_pdf_file_dup_name (file, name);
  fd = wijk_pdf_file_open (file, used_name, error);
  return fd >= 0 && wijk_pdf_probe_fd (fd, used_name, NULL, TIMEOUT_MS, info, cancellable, error);
}
