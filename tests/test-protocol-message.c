/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define N_PAGES 10u

static WijkRequest
render_request (void)
{
  WijkRequest request = wijk_request_new (WIJK_REQUEST_RENDER, 3);

  request.slot = 2;
  request.scale = 1.5;
  request.width = 900;
  request.height = 1200;
  return request;
}

static WijkReply
render_reply (const WijkRequest *request)
{
  return (WijkReply) {
    .version = WIJK_PROTOCOL_VERSION,
    .kind = request->kind,
    .id = request->id,
    .slot = request->slot,
    .width = request->width,
    .height = request->height,
    .stride = 4 * request->width,
    .size = 4 * request->width * request->height,
  };
}

static void
test_request_kinds (void)
{
  static const struct
  {
    guint32 kind;
    guint32 page;
    guint32 width;
    const char *needle;
    guint32 n_pages;
    gboolean is_sound;
  } cases[] = {
    { WIJK_REQUEST_OPEN, 0, 0, "", 0, TRUE },
    { WIJK_REQUEST_OPEN, 0, 0, "", N_PAGES, FALSE }, /* once only */
    { WIJK_REQUEST_OPEN, 1, 0, "", 0, FALSE },
    { WIJK_REQUEST_PAGES, 0, N_PAGES, "", N_PAGES, TRUE },
    { WIJK_REQUEST_PAGES, 9, 1, "", N_PAGES, TRUE },
    { WIJK_REQUEST_PAGES, 9, 2, "", N_PAGES, FALSE },
    { WIJK_REQUEST_PAGES, 0, 0, "", N_PAGES, FALSE },
    { WIJK_REQUEST_PAGES, 0, WIJK_PAGES_AT_ONCE + 1, "", WIJK_MAX_PAGES, FALSE },
    { WIJK_REQUEST_PAGES, 0, 1, "", 0, FALSE }, /* not open */
    { WIJK_REQUEST_OUTLINE, 0, 0, "", N_PAGES, TRUE },
    { WIJK_REQUEST_OUTLINE, 1, 0, "", N_PAGES, FALSE },
    { WIJK_REQUEST_TEXT, 9, 0, "", N_PAGES, TRUE },
    { WIJK_REQUEST_TEXT, 10, 0, "", N_PAGES, FALSE },
    { WIJK_REQUEST_TEXT, G_MAXUINT32, 0, "", N_PAGES, FALSE },
    { WIJK_REQUEST_LINKS, 0, 0, "", N_PAGES, TRUE },
    { WIJK_REQUEST_ANNOTATIONS, 0, 0, "", N_PAGES, TRUE },
    { WIJK_REQUEST_FIND, 0, 0, "plein", N_PAGES, TRUE },
    { WIJK_REQUEST_FIND, 0, 0, "", N_PAGES, FALSE },
    { WIJK_REQUEST_FIND, 0, 0, "\xff\xfe", N_PAGES, FALSE },
    { 0, 0, 0, "", N_PAGES, FALSE },
    { 99, 0, 0, "", N_PAGES, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WijkRequest request = wijk_request_new (cases[i].kind, cases[i].page);

      request.width = cases[i].width;
      g_strlcpy (request.needle, cases[i].needle, sizeof request.needle);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (wijk_request_is_sound (&request, sizeof request, cases[i].n_pages),
                       ==,
                       cases[i].is_sound);
    }
}

static void
test_request_numbers (void)
{
  WijkRequest request;

#define REFUSES(change)                                                                            \
  request = render_request ();                                                                     \
  change;                                                                                          \
  g_assert_false (wijk_request_is_sound (&request, sizeof request, N_PAGES))

  request = render_request ();
  g_assert_true (wijk_request_is_sound (&request, sizeof request, N_PAGES));
  g_assert_false (wijk_request_is_sound (&request, sizeof request - 1, N_PAGES));
  REFUSES (request.version++);
  REFUSES (request.slot = WIJK_N_SLOTS);
  REFUSES (request.page = N_PAGES);
  REFUSES (request.scale = NAN);
  REFUSES (request.scale = INFINITY);
  REFUSES (request.scale = 0);
  REFUSES (request.scale = WIJK_MAX_SCALE * 1.1);
  REFUSES (request.width = 0);
  REFUSES (request.height = 0);
  REFUSES (request.width = WIJK_MAX_SIDE_PIXELS + 1; request.height = 1);
  REFUSES (request.width = 2049; request.height = 2048);
  REFUSES (request.x = G_MAXUINT32);
  REFUSES (request.kind = WIJK_REQUEST_FIND; memset (request.needle, 'a', sizeof request.needle));
#undef REFUSES
}

static void
test_reply_numbers (void)
{
  WijkRequest request = render_request ();
  WijkReply reply;

#define REFUSES(change)                                                                            \
  reply = render_reply (&request);                                                                 \
  change;                                                                                          \
  g_assert_false (wijk_reply_answers (&reply, sizeof reply, &request))

  reply = render_reply (&request);
  g_assert_true (wijk_reply_answers (&reply, sizeof reply, &request));
  g_assert_false (wijk_reply_answers (&reply, sizeof reply - 4, &request));
  REFUSES (reply.version = 2);
  REFUSES (reply.kind = WIJK_REQUEST_TEXT);
  REFUSES (reply.id++);
  REFUSES (reply.slot++);
  REFUSES (reply.width++);
  REFUSES (reply.height = G_MAXUINT32);
  REFUSES (reply.stride += 4);
  REFUSES (reply.size -= 1);
  REFUSES (reply.status = WIJK_STATUS_REFUSED);
  REFUSES (reply.status = WIJK_STATUS_ENCRYPTED; reply.size = 0); /* only when opening */
  REFUSES (reply.status = WIJK_STATUS_NO_PAGE);                   /* with bytes */
  REFUSES (reply.status = 77);
  reply = render_reply (&request);
  reply.status = WIJK_STATUS_NO_PAGE;
  reply.size = 0;
  g_assert_true (wijk_reply_answers (&reply, sizeof reply, &request));

  request = wijk_request_new (WIJK_REQUEST_OPEN, 0);
  REFUSES (reply.n_items = 0);
  REFUSES (reply.n_items = WIJK_MAX_PAGES + 1);
  REFUSES (reply.n_items = 1; reply.size = WIJK_SLOT_SIZE + 1);
  request = wijk_request_new (WIJK_REQUEST_PAGES, 0);
  request.width = 5;
  REFUSES (reply.n_items = 4);
  request = wijk_request_new (WIJK_REQUEST_LINKS, 0);
  REFUSES (reply.n_items = 3; reply.size = 2);
#undef REFUSES
}

static void
test_sizes (void)
{
  g_assert_true (wijk_page_size_is_sound (595, 842));
  g_assert_false (wijk_page_size_is_sound (0, 842));
  g_assert_false (wijk_page_size_is_sound (595, -1));
  g_assert_false (wijk_page_size_is_sound (NAN, 842));
  g_assert_false (wijk_page_size_is_sound (595, INFINITY));
  g_assert_false (wijk_page_size_is_sound (595, 1e9));

  g_assert_cmpuint (wijk_page_pixels (595, 1), ==, 595);
  g_assert_cmpuint (wijk_page_pixels (595.2, 1), ==, 596);
  g_assert_cmpuint (wijk_page_pixels (0.001, 0.01), ==, 1);
}

static void
test_uri (void)
{
  g_autofree char *x = g_strnfill (WIJK_MAX_URI, 'x');
  g_autofree char *too_long = g_strconcat ("https://", x, NULL);
  const struct
  {
    const char *uri;
    gboolean is_sound;
  } cases[] = {
    { "https://www.leiden.nl/", TRUE },
    { "HTTP://leiden.nl", TRUE },
    { "mailto:wijk@leiden.example", TRUE },
    { "https://", FALSE },
    { "mailto:", FALSE },
    { "http:leiden", FALSE },
    { "javascript:alert(1)", FALSE },
    { "file:///etc/passwd", FALSE },
    { " https://leiden.nl", FALSE },
    { "https://leiden.nl/a b", FALSE },
    { "https://leiden.nl/\nx", FALSE },
    { "", FALSE },
    { NULL, FALSE },
    { too_long, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (wijk_uri_is_sound (cases[i].uri), ==, cases[i].is_sound);
}

static void
test_socket (void)
{
  WijkRequest sent = render_request (), received = { 0 };
  int sockets[2], fd, file = open ("/dev/null", O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets), ==, 0);

  g_assert_true (wijk_protocol_send (sockets[0], &sent, sizeof sent, file));
  g_assert_cmpint (
      wijk_protocol_receive (sockets[1], &received, sizeof received, &fd), ==, sizeof received);
  g_assert_cmpmem (&sent, sizeof sent, &received, sizeof received);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fcntl (fd, F_GETFD), ==, FD_CLOEXEC);
  close (fd);

  /* A descriptor that nobody asked for is closed. */
  g_assert_true (wijk_protocol_send (sockets[0], &sent, sizeof sent, file));
  g_assert_cmpint (
      wijk_protocol_receive (sockets[1], &received, sizeof received, NULL), ==, sizeof received);
  g_assert_cmpint (fcntl (fd, F_GETFD), ==, -1);

  /* Too long a message, with a descriptor. */
  g_assert_true (wijk_protocol_send (sockets[0], &sent, sizeof sent, file));
  g_assert_cmpint (wijk_protocol_receive (sockets[1], &received, sizeof received - 8, &fd), ==, -1);
  g_assert_cmpint (errno, ==, EMSGSIZE);
  g_assert_cmpint (fd, ==, -1);

  /* The other side goes. */
  close (sockets[0]);
  g_assert_cmpint (wijk_protocol_receive (sockets[1], &received, sizeof received, &fd), ==, 0);
  g_assert_false (wijk_protocol_send (sockets[1], &sent, sizeof sent, -1));
  close (sockets[1]);
  close (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/protocol/request/kinds", test_request_kinds);
  g_test_add_func ("/protocol/request/numbers", test_request_numbers);
  g_test_add_func ("/protocol/reply/numbers", test_reply_numbers);
  g_test_add_func ("/protocol/sizes", test_sizes);
  g_test_add_func ("/protocol/uri", test_uri);
  g_test_add_func ("/protocol/socket", test_socket);

  return g_test_run ();
}
