/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands in for wijkplan-reader in tests, and does what that never does. Its name says what: the
 * last part of "fake-reader-WHAT". Whatever is not the subject is answered well: a file of three A4
 * pages.
 */

#include "config.h"

#include "wijk-payload.h"
#include "wijk-protocol.h"

#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define N_PAGES 3u

static const char *program;
static const char *what;

static gboolean
is (const char *mode)
{
  return g_str_equal (what, mode);
}

/* TRUE the first time that a process of this name asks. */
static gboolean
is_first_time (void)
{
  g_autofree char *mark = g_strconcat (program, ".mark", NULL);
  const int fd = open (mark, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);
  return fd >= 0;
}

static void
write_rectangle (WijkPayloadWriter *out, double width)
{
  wijk_payload_write_double (out, 10);
  wijk_payload_write_double (out, 20);
  wijk_payload_write_double (out, width);
  wijk_payload_write_double (out, 5);
}

static guint32
write_open (WijkPayloadWriter *out)
{
  if (is ("title-not-utf8"))
    {
      wijk_payload_write_u32 (out, 2);
      wijk_payload_write_u32 (out, 0xfffefffe);
    }
  else
    wijk_payload_write_text (out, "Nep", 64);

  if (is ("no-pages"))
    return 0;
  if (is ("die-other-pages") && !is_first_time ())
    return N_PAGES + 1;
  return is ("too-many-pages") ? G_MAXUINT32 : N_PAGES;
}

static guint32
write_pages (WijkPayloadWriter *out, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    {
      wijk_payload_write_double (out, is ("size-nan") ? NAN : is ("size-huge") ? 1e12 : 595);
      wijk_payload_write_double (out, is ("size-half") ? 0 : 842);
      wijk_payload_write_text (out, "", 8);
    }
  if (is ("bytes-left-over"))
    wijk_payload_write_u32 (out, 1);
  return is ("pages-missing") ? n - 1 : n;
}

static guint32
write_text (WijkPayloadWriter *out)
{
  wijk_payload_write_text (out, "wijk", 64);
  for (guint i = 0; i < 4; i++)
    write_rectangle (out, is ("width-negative") ? -1 : 7);
  return is ("characters-too-many") ? 5 : 4;
}

static guint32
write_matches (WijkPayloadWriter *out)
{
  const guint32 n = is ("match-empty") ? 0 : is ("match-endless") ? G_MAXUINT32 : 1;

  wijk_payload_write_u32 (out, n);
  write_rectangle (out, 7);
  return is ("matches-too-many") ? 20 : 1;
}

static guint32
write_links (WijkPayloadWriter *out)
{
  write_rectangle (out, 7);
  wijk_payload_write_text (
      out, is ("link-script") ? "javascript:alert(1)" : "https://a.example", 64);
  return 1;
}

static guint32
write_annotations (WijkPayloadWriter *out)
{
  wijk_payload_write_u32 (out, is ("annotation-kind") ? 9 : 0);
  wijk_payload_write_text (out, "Let op", 64);
  wijk_payload_write_text (out, "", 64);
  wijk_payload_write_u32 (out, 1);
  write_rectangle (out, 7);
  return 1;
}

static guint32
write_outline (WijkPayloadWriter *out)
{
  wijk_payload_write_text (out, "Een", 64);
  wijk_payload_write_u32 (out, is ("outline-too-deep") ? 1 : 0);
  wijk_payload_write_u32 (out, is ("outline-no-such-page") ? N_PAGES + 1 : 2);
  return 1;
}

static guint32
write_answer (WijkPayloadWriter *out, const WijkRequest *request)
{
  switch ((WijkRequestKind) request->kind)
    {
    case WIJK_REQUEST_OPEN:
      return write_open (out);
    case WIJK_REQUEST_PAGES:
      return write_pages (out, request->width);
    case WIJK_REQUEST_TEXT:
      return write_text (out);
    case WIJK_REQUEST_FIND:
      return write_matches (out);
    case WIJK_REQUEST_LINKS:
      return write_links (out);
    case WIJK_REQUEST_ANNOTATIONS:
      return write_annotations (out);
    case WIJK_REQUEST_OUTLINE:
      return write_outline (out);
    case WIJK_REQUEST_RENDER:
    default:
      return 0;
    }
}

static void
misbehave (const WijkRequest *request, WijkReply *reply)
{
  if (is ("version"))
    reply->version++;
  else if (is ("kind"))
    reply->kind = WIJK_REQUEST_TEXT;
  else if (is ("id"))
    reply->id--;
  else if (is ("slot"))
    reply->slot = 999;
  else if (is ("status"))
    reply->status = 999;
  else if (is ("size"))
    reply->size = G_MAXUINT32;
  else if (is ("width"))
    reply->width *= 2;
  else if (is ("stride"))
    reply->stride = 1;
}

/* Whether @request is the one that this reader stumbles over. */
static gboolean
is_subject (const WijkRequest *request)
{
  if (g_str_has_suffix (what, "-open"))
    return request->kind == WIJK_REQUEST_OPEN;
  if (g_str_has_suffix (what, "-page-1"))
    return request->kind == WIJK_REQUEST_RENDER && request->page == 1;
  return request->kind == WIJK_REQUEST_RENDER;
}

static void
stumble (const WijkRequest *request)
{
  if (!is_subject (request))
    return;
  if (g_str_has_prefix (what, "die-once") || g_str_has_prefix (what, "hang-once"))
    if (!is_first_time ())
      return;

  if (g_str_has_prefix (what, "die"))
    _exit (1);
  if (g_str_has_prefix (what, "crash"))
    abort ();
  while (g_str_has_prefix (what, "hang"))
    pause ();
}

static void
send_reply (const WijkRequest *request, WijkReply *reply)
{
  char long_message[sizeof *reply + 100] = { 0 };

  if (request->kind == WIJK_REQUEST_RENDER)
    misbehave (request, reply);
  memcpy (long_message, reply, sizeof *reply);

  if (is ("long") && request->kind == WIJK_REQUEST_RENDER)
    wijk_protocol_send (WIJK_READER_SOCKET, long_message, sizeof long_message, -1);
  else if (is ("short") && request->kind == WIJK_REQUEST_RENDER)
    wijk_protocol_send (WIJK_READER_SOCKET, reply, 5, -1);
  else
    wijk_protocol_send (WIJK_READER_SOCKET, reply, sizeof *reply, is ("descriptors") ? 0 : -1);

  if (is ("unasked") && request->kind == WIJK_REQUEST_RENDER)
    wijk_protocol_send (WIJK_READER_SOCKET, reply, sizeof *reply, -1);
}

static void
answer (const WijkRequest *request, guint8 *memory)
{
  guint8 *slot = memory + (gsize) request->slot * WIJK_SLOT_SIZE;
  WijkReply reply = { WIJK_PROTOCOL_VERSION, request->kind, request->id, request->slot, 0 };
  WijkPayloadWriter out;

  stumble (request);
  wijk_payload_writer_init (&out, slot, WIJK_SLOT_SIZE);
  reply.n_items = write_answer (&out, request);
  reply.size = (guint32) out.n_written;
  if (request->kind == WIJK_REQUEST_RENDER)
    {
      reply.width = request->width;
      reply.height = request->height;
      reply.stride = 4 * request->width;
      reply.size = reply.stride * reply.height;
      memset (slot, 0x77, reply.size);
    }
  send_reply (request, &reply);
}

int
main (int argc, char *argv[])
{
  guint8 *memory =
      mmap (NULL, WIJK_MEMORY_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, WIJK_READER_MEMORY, 0);
  WijkRequest request;
  int fd;

  program = argv[0];
  what = strstr (argv[0], "fake-reader-");
  if (memory == MAP_FAILED || what == NULL)
    return 2;
  what += strlen ("fake-reader-");

  while (wijk_protocol_receive (WIJK_READER_SOCKET, &request, sizeof request, &fd) > 0)
    {
      answer (&request, memory);
      if (fd >= 0)
        close (fd);
    }
  return 0;
}
