/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader-client.h"

#define LONGEST_WAIT_SECONDS 30

void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  g_assert_null (*slot);
  *slot = g_object_ref (result);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
wait_until (gboolean (*is_so) (gpointer data), gpointer data)
{
  const gint64 deadline = g_get_monotonic_time () + LONGEST_WAIT_SECONDS * G_USEC_PER_SEC;
  const guint ticker = g_timeout_add (5, tick_cb, NULL); /* what is waited for may have no source */

  while (!is_so (data))
    {
      g_main_context_iteration (NULL, TRUE);
      if (g_get_monotonic_time () > deadline)
        g_error ("waited %d seconds in vain", LONGEST_WAIT_SECONDS);
    }
  g_source_remove (ticker);
}

static gboolean
is_there (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

void
wait_for_result (GAsyncResult **result)
{
  wait_until (is_there, result);
}

WijkPdf *
try_open (WijkReader *reader, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  wijk_reader_open_async (reader, file, NULL, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  return wijk_reader_open_finish (reader, result, error);
}

WijkPdf *
open_pdf (const char *path)
{
  g_autoptr (WijkReader) reader = wijk_reader_new (NULL);
  g_autoptr (GError) error = NULL;
  WijkPdf *pdf = try_open (reader, path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

GBytes *
render (WijkPdf *pdf, guint page, double scale, const WijkPdfTile *tile, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  wijk_pdf_render_async (pdf, page, scale, tile, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  return wijk_pdf_render_finish (pdf, result, error);
}

GBytes *
render_page (WijkPdf *pdf, guint page, double scale)
{
  guint n_tiles;
  g_autofree WijkPdfTile *tiles = wijk_pdf_dup_tiles (pdf, page, scale, &n_tiles);
  g_autoptr (GError) error = NULL;
  GBytes *pixels;

  g_assert_cmpuint (n_tiles, ==, 1);
  pixels = render (pdf, page, scale, &tiles[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pixels), ==, 4 * tiles[0].width * tiles[0].height);
  return pixels;
}

WijkPdfText *
get_text (WijkPdf *pdf, guint page, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  wijk_pdf_get_text_async (pdf, page, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  return wijk_pdf_get_text_finish (pdf, result, error);
}

GPtrArray *
find_text (WijkPdf *pdf, guint page, const char *needle, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  wijk_pdf_find_async (pdf, page, needle, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  return wijk_pdf_find_finish (pdf, result, error);
}

GPtrArray *
get_outline (WijkPdf *pdf, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  wijk_pdf_get_outline_async (pdf, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  return wijk_pdf_get_outline_finish (pdf, result, error);
}

GPtrArray *
get_links (WijkPdf *pdf, guint page, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  wijk_pdf_get_links_async (pdf, page, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  return wijk_pdf_get_links_finish (pdf, result, error);
}

GPtrArray *
get_annotations (WijkPdf *pdf, guint page, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  wijk_pdf_get_annotations_async (pdf, page, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  return wijk_pdf_get_annotations_finish (pdf, result, error);
}
