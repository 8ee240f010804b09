/* SPDX-License-Identifier: GPL-3.0-or-later */

/* wijkplan-reader: reads one PDF for the program that started it, locked away from everything else.
 *
 * It starts with a SEQPACKET socket and the shared memory as descriptors 3 and 4, answers one
 * request at a time, and ends when the other side of the socket closes.
 */

#include "config.h"

#include "wijk-sandbox.h"
#include "wijk-served-pdf.h"
#include "wijk-served-text.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* The program ends a reader that is late sooner than this; a reader whose program is gone ends
 * itself. */
#define LAST_RESORT_SECONDS 20

enum
{
  EXIT_NO_PROGRAM = 2, /* not started by the program */
  EXIT_NO_SANDBOX = 3,
  EXIT_NONSENSE = 4, /* the program said what it never says */
};

/* The shared memory, or NULL if it could shrink under our hands. */
static guint8 *
map_memory (void)
{
  const int seals = fcntl (WIJK_READER_MEMORY, F_GET_SEALS);
  struct stat info;
  void *memory;

  if (seals < 0 || (seals & F_SEAL_SHRINK) == 0 || fstat (WIJK_READER_MEMORY, &info) != 0 ||
      info.st_size != (off_t) WIJK_MEMORY_SIZE)
    return NULL;

  memory = mmap (NULL, WIJK_MEMORY_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, WIJK_READER_MEMORY, 0);
  close (WIJK_READER_MEMORY);
  return memory != MAP_FAILED ? memory : NULL;
}

static WijkStatus
answer_about_page (WijkServedPdf *pdf,
                   const WijkRequest *request,
                   WijkPayloadWriter *out,
                   guint32 *n_items)
{
  PopplerPage *page = wijk_served_pdf_get_page (pdf, request->page);

  if (page == NULL)
    return WIJK_STATUS_NO_PAGE;

  switch ((WijkRequestKind) request->kind)
    {
    case WIJK_REQUEST_TEXT:
      return wijk_served_pdf_write_text (page, out, n_items);
    case WIJK_REQUEST_FIND:
      return wijk_served_pdf_write_matches (page, request->needle, out, n_items);
    case WIJK_REQUEST_LINKS:
      return wijk_served_pdf_write_links (page, out, n_items);
    case WIJK_REQUEST_ANNOTATIONS:
      return wijk_served_pdf_write_annotations (page, out, n_items);
    case WIJK_REQUEST_OPEN:
    case WIJK_REQUEST_PAGES:
    case WIJK_REQUEST_OUTLINE:
    case WIJK_REQUEST_RENDER:
    default:
      return WIJK_STATUS_REFUSED;
    }
}

static WijkStatus
answer_in_words (WijkServedPdf *pdf,
                 const WijkRequest *request,
                 int fd,
                 WijkPayloadWriter *out,
                 guint32 *n_items)
{
  WijkStatus status;

  switch ((WijkRequestKind) request->kind)
    {
    case WIJK_REQUEST_OPEN:
      status = wijk_served_pdf_open (pdf, fd, out);
      *n_items = pdf->n_pages;
      return status;
    case WIJK_REQUEST_PAGES:
      *n_items = request->width;
      return wijk_served_pdf_write_pages (pdf, request->page, request->width, out);
    case WIJK_REQUEST_OUTLINE:
      return wijk_served_pdf_write_outline (pdf->document, pdf->n_pages, out, n_items);
    case WIJK_REQUEST_RENDER:
    case WIJK_REQUEST_TEXT:
    case WIJK_REQUEST_FIND:
    case WIJK_REQUEST_LINKS:
    case WIJK_REQUEST_ANNOTATIONS:
    default:
      return answer_about_page (pdf, request, out, n_items);
    }
}

static WijkReply
answer (WijkServedPdf *pdf, const WijkRequest *request, int fd, guint8 *memory)
{
  guint8 *slot = memory + (gsize) request->slot * WIJK_SLOT_SIZE;
  WijkReply reply = { .version = WIJK_PROTOCOL_VERSION,
                      .kind = request->kind,
                      .id = request->id,
                      .slot = request->slot };
  WijkPayloadWriter out;

  if (request->kind == WIJK_REQUEST_RENDER)
    {
      reply.status = wijk_served_pdf_render (pdf, request, slot);
      if (reply.status != WIJK_STATUS_OK)
        return reply;
      reply.width = request->width;
      reply.height = request->height;
      reply.stride = 4 * request->width;
      reply.size = reply.stride * request->height;
      return reply;
    }

  wijk_payload_writer_init (&out, slot, WIJK_SLOT_SIZE);
  reply.status = answer_in_words (pdf, request, fd, &out, &reply.n_items);
  if (reply.status == WIJK_STATUS_OK)
    reply.size = (guint32) out.n_written;
  else
    reply.n_items = 0;
  return reply;
}

static int
serve (guint8 *memory)
{
  WijkServedPdf pdf = { 0 };

  while (TRUE)
    {
      WijkRequest request;
      WijkReply reply;
      int fd;
      const gssize size = wijk_protocol_receive (WIJK_READER_SOCKET, &request, sizeof request, &fd);

      if (size == 0)
        return 0;
      if (size < 0 || !wijk_request_is_sound (&request, (gsize) size, pdf.n_pages) ||
          (request.kind == WIJK_REQUEST_OPEN) != (fd >= 0))
        return EXIT_NONSENSE;

      alarm (LAST_RESORT_SECONDS);
      reply = answer (&pdf, &request, fd, memory);
      alarm (0);
      if (fd >= 0)
        close (fd);
      if (!wijk_protocol_send (WIJK_READER_SOCKET, &reply, sizeof reply, -1))
        return 0;
    }
}

int
main (void)
{
  guint8 *memory = map_memory ();

  if (memory == NULL)
    return EXIT_NO_PROGRAM;
  if (close_range (WIJK_READER_SOCKET + 1, ~0u, 0) != 0 || !wijk_sandbox_enter ())
    return EXIT_NO_SANDBOX;

  return serve (memory);
}
