/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers of varying length in a slot: numbers and texts one after another, in the byte order of
 * this machine, without gaps. Reading and writing both stop at the end of the memory given to them
 * and remember it: check once, at the end.
 */

#pragma once

#include <glib.h>

typedef struct
{
  guint8 *next;
  gsize n_left;
  gsize n_written;
  gboolean is_full; /* something did not fit; what was written is of no use */
} WijkPayloadWriter;

typedef struct
{
  const guint8 *next;
  gsize n_left;
  gboolean is_broken; /* something was not there or was not what it should be */
} WijkPayloadReader;

void wijk_payload_writer_init (WijkPayloadWriter *self, gpointer memory, gsize size);
void wijk_payload_write_u32 (WijkPayloadWriter *self, guint32 value);
void wijk_payload_write_double (WijkPayloadWriter *self, double value);

/* NULL becomes "", bytes that are not UTF-8 become U+FFFD, and at most @max_length bytes go in,
 * cut between two characters. */
void wijk_payload_write_text (WijkPayloadWriter *self, const char *text, gsize max_length);

void wijk_payload_reader_init (WijkPayloadReader *self, gconstpointer memory, gsize size);
guint32 wijk_payload_read_u32 (WijkPayloadReader *self);

/* A finite number between @min and @max. */
double wijk_payload_read_double (WijkPayloadReader *self, double min, double max);

/* Valid UTF-8 of at most @max_length bytes, without NUL in it; the caller owns it. NULL when
 * broken. */
char *wijk_payload_read_text (WijkPayloadReader *self, gsize max_length);

/* Whether everything asked for was there and sound, and nothing is left over. */
gboolean wijk_payload_reader_ended_well (const WijkPayloadReader *self);
