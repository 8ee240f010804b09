/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-protocol.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

G_STATIC_ASSERT (sizeof (WijkRequest) == 48 + WIJK_NEEDLE_SIZE);
G_STATIC_ASSERT (sizeof (WijkReply) == 48);

WijkRequest
wijk_request_new (WijkRequestKind kind, guint32 page)
{
  static gsize last_id;
  WijkRequest request = { 0 };

  request.version = WIJK_PROTOCOL_VERSION;
  request.kind = kind;
  request.id = g_atomic_pointer_add (&last_id, 1) + 1;
  request.page = page;

  return request;
}

static gboolean
needle_is_sound (const WijkRequest *request)
{
  const char *end = memchr (request->needle, '\0', sizeof request->needle);

  return end != NULL && end > request->needle && g_utf8_validate (request->needle, -1, NULL);
}

static gboolean
tile_is_sound (const WijkRequest *request)
{
  return request->scale >= WIJK_MIN_SCALE && request->scale <= WIJK_MAX_SCALE &&
         request->width > 0 && request->width <= WIJK_MAX_SIDE_PIXELS && request->height > 0 &&
         request->height <= WIJK_MAX_SIDE_PIXELS &&
         (guint64) request->width * request->height <= WIJK_SLOT_PIXELS &&
         request->x <= WIJK_MAX_PAGE_PIXELS && request->y <= WIJK_MAX_PAGE_PIXELS;
}

gboolean
wijk_request_is_sound (const WijkRequest *request, gsize size, guint32 n_pages)
{
  if (size != sizeof *request || request->version != WIJK_PROTOCOL_VERSION ||
      request->slot >= WIJK_N_SLOTS)
    return FALSE;

  switch (request->kind)
    {
    case WIJK_REQUEST_OPEN:
      return n_pages == 0 && request->page == 0;
    case WIJK_REQUEST_OUTLINE:
      return n_pages > 0 && request->page == 0;
    case WIJK_REQUEST_PAGES:
      return request->page < n_pages && request->width > 0 &&
             request->width <= WIJK_PAGES_AT_ONCE && request->width <= n_pages - request->page;
    case WIJK_REQUEST_RENDER:
      return request->page < n_pages && tile_is_sound (request);
    case WIJK_REQUEST_FIND:
      return request->page < n_pages && needle_is_sound (request);
    case WIJK_REQUEST_TEXT:
    case WIJK_REQUEST_LINKS:
    case WIJK_REQUEST_ANNOTATIONS:
      return request->page < n_pages;
    default:
      return FALSE;
    }
}

static gboolean
status_fits (guint32 status, guint32 kind)
{
  switch (status)
    {
    case WIJK_STATUS_OK:
    case WIJK_STATUS_TOO_LARGE:
      return TRUE;
    case WIJK_STATUS_NOT_PDF:
    case WIJK_STATUS_ENCRYPTED:
    case WIJK_STATUS_DAMAGED:
      return kind == WIJK_REQUEST_OPEN;
    case WIJK_STATUS_NO_PAGE:
      return kind != WIJK_REQUEST_OPEN;
    default: /* we ask nothing that makes no sense */
      return FALSE;
    }
}

gboolean
wijk_reply_answers (const WijkReply *reply, gsize size, const WijkRequest *request)
{
  if (size != sizeof *reply || reply->version != WIJK_PROTOCOL_VERSION ||
      reply->kind != request->kind || reply->id != request->id || reply->slot != request->slot ||
      reply->size > WIJK_SLOT_SIZE || !status_fits (reply->status, request->kind))
    return FALSE;

  if (reply->status != WIJK_STATUS_OK)
    return reply->size == 0 && reply->n_items == 0;

  switch (request->kind)
    {
    case WIJK_REQUEST_OPEN:
      return reply->n_items > 0 && reply->n_items <= WIJK_MAX_PAGES;
    case WIJK_REQUEST_PAGES:
      return reply->n_items == request->width;
    case WIJK_REQUEST_RENDER:
      return reply->width == request->width && reply->height == request->height &&
             reply->stride == 4 * reply->width && reply->size == reply->stride * reply->height;
    default:
      return reply->n_items <= reply->size;
    }
}

gboolean
wijk_page_size_is_sound (double width, double height)
{
  return isfinite (width) && isfinite (height) && width > 0 && height > 0 &&
         width <= WIJK_MAX_POINTS && height <= WIJK_MAX_POINTS;
}

guint32
wijk_page_pixels (double points, double scale)
{
  return (guint32) CLAMP (ceil (points * scale - 1e-6), 1.0, WIJK_MAX_POINTS * WIJK_MAX_SCALE);
}

gboolean
wijk_protocol_send (int socket, gconstpointer message, gsize size, int fd)
{
  union
  {
    struct cmsghdr header;
    char bytes[CMSG_SPACE (sizeof (int))];
  } control = { 0 };
  struct iovec data = { (gpointer) message, size };
  struct msghdr packet = { .msg_iov = &data, .msg_iovlen = 1 };
  gssize n_sent;

  if (fd >= 0)
    {
      struct cmsghdr *header;

      packet.msg_control = &control;
      packet.msg_controllen = sizeof control.bytes;
      header = CMSG_FIRSTHDR (&packet);
      header->cmsg_level = SOL_SOCKET;
      header->cmsg_type = SCM_RIGHTS;
      header->cmsg_len = CMSG_LEN (sizeof fd);
      memcpy (CMSG_DATA (header), &fd, sizeof fd);
    }

  do
    n_sent = sendmsg (socket, &packet, MSG_NOSIGNAL);
  while (n_sent < 0 && errno == EINTR);

  return n_sent >= 0 && (gsize) n_sent == size;
}

/* Keeps the first descriptor of @packet in @fd and closes the others. */
static void
take_descriptors (struct msghdr *packet, int *fd)
{
  for (struct cmsghdr *header = CMSG_FIRSTHDR (packet); header != NULL;
       header = CMSG_NXTHDR (packet, header))
    {
      gsize n_fds =
          header->cmsg_len >= CMSG_LEN (0) ? (header->cmsg_len - CMSG_LEN (0)) / sizeof (int) : 0;

      if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
        continue;
      for (gsize i = 0; i < n_fds; i++)
        {
          int one;

          memcpy (&one, CMSG_DATA (header) + i * sizeof (int), sizeof one);
          if (fd != NULL && *fd < 0)
            *fd = one;
          else
            close (one);
        }
    }
}

gssize
wijk_protocol_receive (int socket, gpointer message, gsize size, int *fd)
{
  union
  {
    struct cmsghdr header;
    char bytes[CMSG_SPACE (4 * sizeof (int))];
  } control = { 0 };
  struct iovec data = { message, size };
  struct msghdr packet = { .msg_iov = &data,
                           .msg_iovlen = 1,
                           .msg_control = &control,
                           .msg_controllen = sizeof control.bytes };
  gssize n_received;

  if (fd != NULL)
    *fd = -1;

  do
    n_received = recvmsg (socket, &packet, MSG_CMSG_CLOEXEC);
  while (n_received < 0 && errno == EINTR);
  if (n_received < 0)
    return errno == EAGAIN ? -1 : 0; /* any other error: nothing more will come */

  take_descriptors (&packet, fd);
  if ((packet.msg_flags & MSG_TRUNC) == 0)
    return n_received;

  if (fd != NULL && *fd >= 0)
    close (*fd);
  if (fd != NULL)
    *fd = -1;
  errno = EMSGSIZE;
  return -1;
}

gboolean
wijk_uri_is_sound (const char *uri)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:" };

  if (uri == NULL || strlen (uri) > WIJK_MAX_URI)
    return FALSE;
  for (const char *s = uri; *s != '\0'; s++)
    if ((guchar) *s <= ' ' || *s == 0x7f)
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (uri, schemes[i], strlen (schemes[i])) == 0)
      return uri[strlen (schemes[i])] != '\0';

  return FALSE;
}
