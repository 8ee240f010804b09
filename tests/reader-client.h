/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks a PDF and waits for the answer, for the tests. Every wait has an end. */

#pragma once

#include "wijk-reader.h"

/* GAsyncReadyCallback: keeps the result in the GAsyncResult * that @user_data points to. */
void keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* Runs the main loop until @result is there; fails the test after half a minute. */
void wait_for_result (GAsyncResult **result);

/* The same for any condition. */
void wait_until (gboolean (*is_so) (gpointer data), gpointer data);

/* A reader with its own process at $WIJKPLAN_READER. Fails the test on error. */
WijkPdf *open_pdf (const char *path);

WijkPdf *try_open (WijkReader *reader, const char *path, GError **error);
GBytes *render (WijkPdf *pdf, guint page, double scale, const WijkPdfTile *tile, GError **error);
GBytes *render_page (WijkPdf *pdf, guint page, double scale); /* of one tile */
WijkPdfText *get_text (WijkPdf *pdf, guint page, GError **error);
GPtrArray *find_text (WijkPdf *pdf, guint page, const char *needle, GError **error);
GPtrArray *get_outline (WijkPdf *pdf, GError **error);
GPtrArray *get_links (WijkPdf *pdf, guint page, GError **error);
GPtrArray *get_annotations (WijkPdf *pdf, guint page, GError **error);
