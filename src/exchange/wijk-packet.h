/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-change.h"
#include "wijk-json-scan.h"

G_BEGIN_DECLS

/* A packet (`.wijkinbreng`): what goes out to the laptops of a session, and what each of them hands
 * back. Lines of JSON: a header, then the steps, then the changes, each after those it replaced.
 * The header counts them, so that a file that was cut off is known as such. */

#define WIJK_PACKET_SUFFIX ".wijkinbreng"
#define WIJK_PACKET_MAX_BYTES (128 * 1024 * 1024)
#define WIJK_PACKET_MAX_CHANGES 250000
#define WIJK_PACKET_MAX_LABEL 200

typedef enum
{
  WIJK_PACKET_OUT,  /* `uit`: the session and what a table needs for it */
  WIJK_PACKET_BACK, /* `terug`: what was collected there */
} WijkPacketKind;

typedef struct
{
  WijkPacketKind kind;
  char *plan;
  char *session;
  char *device; /* of the laptop that made it */
  char *author;
  char *label;        /* what people call it ("tafel 3"); may be "" */
  gint64 at;          /* when it was made, by that laptop's clock, in milliseconds */
  gint64 given;       /* of a packet back: `at` of the packet that went out; 0: not known */
  GPtrArray *steps;   /* WijkSteps */
  GPtrArray *changes; /* WijkChanges, in ascending order of their stamps */
} WijkPacket;

/* One without steps and changes. */
WijkPacket *wijk_packet_new (WijkPacketKind kind,
                             const char *plan,
                             const char *session,
                             const char *device,
                             const char *author,
                             const char *label) G_GNUC_WARN_UNUSED_RESULT;
void wijk_packet_free (WijkPacket *self);

GBytes *wijk_packet_write (const WijkPacket *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Every line is well formed and every value keeps the rules of its field; what it is about is for
 * wijk_packet_check(). Errors are of WIJK_JSON_ERROR. */
WijkPacket *wijk_packet_read (GBytes *bytes,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a file that begins with these bytes means to be a packet. */
gboolean wijk_packet_is_start (const char *bytes, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkPacket, wijk_packet_free)

G_END_DECLS
