/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program and its separate PDF reader say to each other.
 *
 * A SEQPACKET socket carries one WijkRequest and then one WijkReply, each of a fixed size. Pixels
 * and answers of varying length lie in the slot of the shared memory that the request names. The
 * reader may have been taken over by the file it read, and the program may be mistaken: both sides
 * check every number with the functions below before they use it.
 */

#pragma once

#include <glib.h>

#define WIJK_PROTOCOL_VERSION 1

#define WIJK_SLOT_PIXELS (4u * 1024 * 1024)
#define WIJK_SLOT_SIZE (4 * WIJK_SLOT_PIXELS)
#define WIJK_N_SLOTS 16u
#define WIJK_MEMORY_SIZE ((gsize) WIJK_N_SLOTS * WIJK_SLOT_SIZE)

#define WIJK_MAX_FILE_SIZE (256u * 1024 * 1024) /* bytes of a PDF */
#define WIJK_MAX_PAGES 100000u
#define WIJK_MAX_PAGE_PIXELS 40000000.0 /* of a whole page at the scale asked for */
#define WIJK_MAX_SIDE_PIXELS 16384u     /* of one tile */
#define WIJK_MAX_POINTS 144000.0        /* of a page's side */
#define WIJK_MIN_SCALE 0.01             /* pixels a point */
#define WIJK_MAX_SCALE 64.0
#define WIJK_PAGES_AT_ONCE 2048u /* sizes and labels in one reply */
#define WIJK_NEEDLE_SIZE 256     /* bytes of a text to find, with the final NUL */

#define WIJK_MAX_TEXT (4u * 1024 * 1024) /* bytes: of a page's text, a title, a label ... */
#define WIJK_MAX_TITLE 4096u
#define WIJK_MAX_LABEL 256u
#define WIJK_MAX_URI 2048u
#define WIJK_MAX_CONTENTS 65536u
#define WIJK_MAX_OUTLINE_ITEMS 10000u
#define WIJK_MAX_OUTLINE_DEPTH 16u
#define WIJK_MAX_ITEMS 10000u /* matches, links or annotations of a page */

#define WIJK_READER_SOCKET 3 /* the descriptors that the reader starts with */
#define WIJK_READER_MEMORY 4

typedef enum
{
  WIJK_REQUEST_OPEN = 1, /* carries the PDF as a descriptor; once in a reader's life */
  WIJK_REQUEST_PAGES,    /* sizes and labels of @width pages from @page on */
  WIJK_REQUEST_OUTLINE,
  WIJK_REQUEST_RENDER,
  WIJK_REQUEST_TEXT,
  WIJK_REQUEST_FIND,
  WIJK_REQUEST_LINKS,
  WIJK_REQUEST_ANNOTATIONS,
} WijkRequestKind;

typedef enum
{
  WIJK_STATUS_OK,
  WIJK_STATUS_NOT_PDF,
  WIJK_STATUS_ENCRYPTED,
  WIJK_STATUS_DAMAGED,
  WIJK_STATUS_TOO_LARGE, /* the file, its number of pages, or an answer that fills more than a slot
                          */
  WIJK_STATUS_NO_PAGE,   /* the file names a page that is not there */
  WIJK_STATUS_REFUSED,   /* the request made no sense */
} WijkStatus;

typedef struct
{
  guint32 version;
  guint32 kind; /* WijkRequestKind */
  guint64 id;
  guint32 slot;
  guint32 page; /* from 0 */
  double scale; /* pixels a point */
  guint32 x;    /* the tile, in pixels of the whole page at @scale */
  guint32 y;
  guint32 width;
  guint32 height;
  char needle[WIJK_NEEDLE_SIZE]; /* UTF-8 */
} WijkRequest;

typedef struct
{
  guint32 version;
  guint32 kind; /* as asked */
  guint64 id;   /* as asked */
  guint32 slot; /* as asked */
  guint32 status;
  guint32 width; /* of the pixels; 0 where the answer is none */
  guint32 height;
  guint32 stride;  /* bytes a row */
  guint32 size;    /* bytes of the slot that the answer fills */
  guint32 n_items; /* OPEN: pages; RENDER: 0; otherwise items in the slot */
  guint32 reserved;
} WijkReply;

/* A request of this version with its @kind, @page and a fresh id; everything else 0. */
WijkRequest wijk_request_new (WijkRequestKind kind, guint32 page);

/* Whether @request, of which @size bytes arrived, may be carried out on a file of @n_pages pages (0
 * before it is open). */
gboolean wijk_request_is_sound (const WijkRequest *request, gsize size, guint32 n_pages);

/* Whether @reply, of which @size bytes arrived, is an answer that @request can have. */
gboolean wijk_reply_answers (const WijkReply *reply, gsize size, const WijkRequest *request);

/* Whether a page's sides, in points, are such as can be drawn. */
gboolean wijk_page_size_is_sound (double width, double height);

/* How many pixels a side of @points takes at @scale; at least 1. */
guint32 wijk_page_pixels (double points, double scale);

/* Sends one message; @fd goes with it unless it is -1. FALSE: the other side is gone. */
gboolean wijk_protocol_send (int socket, gconstpointer message, gsize size, int fd);

/* Receives one message of at most @size bytes and, if @fd is not NULL, the descriptor that came
 * with it, which the caller then owns (-1: none). Any other descriptor is closed. Returns the bytes
 * received; 0 when the other side is gone; -1 with errno EAGAIN when there is nothing to read (on a
 * socket that does not block), EMSGSIZE when the message was longer than @size. */
gssize wijk_protocol_receive (int socket, gpointer message, gsize size, int *fd);

/* Whether @uri is one that may be shown as a link: http, https or mailto, without control signs. */
gboolean wijk_uri_is_sound (const char *uri);
