/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-tasks.h"

G_BEGIN_DECLS

/* What came of one packet. */
typedef struct
{
  char *name; /* of its file */
  WijkImported imported;
  GError *error; /* why nothing was taken from it; NULL: all was */
} WijkPacketResult;

void wijk_packet_result_free (WijkPacketResult *self);

/* "tafel 3 · Anna": whose packet it is; its file's name where it says nothing. */
char *wijk_packet_describe_laptop (const WijkPacketResult *self) G_GNUC_WARN_UNUSED_RESULT;

/* What it brought, in one or two sentences: new, known already, whose clock was wrong; why nothing
 * was taken from it. */
char *wijk_packet_describe_result (const WijkPacketResult *self) G_GNUC_WARN_UNUSED_RESULT;

/* What all of them (WijkPacketResults) brought together. */
char *wijk_packet_describe_all (GPtrArray *results) G_GNUC_WARN_UNUSED_RESULT;

/* How many fields of what is in them were changed on two laptops. */
guint wijk_packet_count_conflicts (GPtrArray *results);

/* "3 fields were changed on two laptops". */
char *wijk_packet_describe_conflicts (guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
