/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-document.h"
#include "wijk-store.h"

G_BEGIN_DECLS

/* A small plan in a library of its own, and the document of it. */
#define HOME_DEVICE "0000000a"

/* Makes an empty wijkplan for 2027-2030 in @library; returns its folder. */
char *home_make_plan (const char *library, const char *plan_id);

WijkDocument *home_open (const char *folder);
void home_close (WijkDocument *document);

/* Waits until all that was asked is durable and shows. */
void home_settle (WijkDocument *document);

/* Runs the main loop until @done gives TRUE; fails after @seconds. */
void home_wait (gboolean (*done) (gpointer data), gpointer data, double seconds);

G_END_DECLS
