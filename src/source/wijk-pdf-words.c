/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a PDF says: each of these asks its reader and hands on what was made of the answer. */

#include "config.h"

#include "wijk-pdf.h"

#include "wijk-pdf-private.h"

#include <string.h>

static gpointer
get_answer (WijkPdf *self, GAsyncResult *result, gpointer source_tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
wijk_pdf_get_text_async (WijkPdf *self,
                         guint page,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  const WijkRequest request = wijk_request_new (WIJK_REQUEST_TEXT, page);

  g_return_if_fail (WIJK_IS_PDF (self));
  g_return_if_fail (page < wijk_pdf_get_n_pages (self));

  wijk_pdf_ask (self,
                &request,
                wijk_pdf_decode_text,
                (GDestroyNotify) wijk_pdf_text_free,
                wijk_pdf_get_text_async,
                cancellable,
                callback,
                user_data);
}

WijkPdfText *
wijk_pdf_get_text_finish (WijkPdf *self, GAsyncResult *result, GError **error)
{
  return get_answer (self, result, wijk_pdf_get_text_async, error);
}

void
wijk_pdf_find_async (WijkPdf *self,
                     guint page,
                     const char *needle,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  WijkRequest request = wijk_request_new (WIJK_REQUEST_FIND, page);
  g_autofree char *valid = NULL;

  g_return_if_fail (WIJK_IS_PDF (self));
  g_return_if_fail (page < wijk_pdf_get_n_pages (self));
  g_return_if_fail (needle != NULL && *needle != '\0');

  valid = g_utf8_make_valid (needle, -1);
  if (strlen (valid) >= sizeof request.needle)
    *g_utf8_find_prev_char (valid, valid + sizeof request.needle) = '\0';
  g_strlcpy (request.needle, valid, sizeof request.needle);

  wijk_pdf_ask (self,
                &request,
                wijk_pdf_decode_matches,
                (GDestroyNotify) g_ptr_array_unref,
                wijk_pdf_find_async,
                cancellable,
                callback,
                user_data);
}

GPtrArray *
wijk_pdf_find_finish (WijkPdf *self, GAsyncResult *result, GError **error)
{
  return get_answer (self, result, wijk_pdf_find_async, error);
}

void
wijk_pdf_get_outline_async (WijkPdf *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  const WijkRequest request = wijk_request_new (WIJK_REQUEST_OUTLINE, 0);

  g_return_if_fail (WIJK_IS_PDF (self));

  wijk_pdf_ask (self,
                &request,
                wijk_pdf_decode_outline,
                (GDestroyNotify) g_ptr_array_unref,
                wijk_pdf_get_outline_async,
                cancellable,
                callback,
                user_data);
}

GPtrArray *
wijk_pdf_get_outline_finish (WijkPdf *self, GAsyncResult *result, GError **error)
{
  return get_answer (self, result, wijk_pdf_get_outline_async, error);
}

void
wijk_pdf_get_links_async (WijkPdf *self,
                          guint page,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  const WijkRequest request = wijk_request_new (WIJK_REQUEST_LINKS, page);

  g_return_if_fail (WIJK_IS_PDF (self));
  g_return_if_fail (page < wijk_pdf_get_n_pages (self));

  wijk_pdf_ask (self,
                &request,
                wijk_pdf_decode_links,
                (GDestroyNotify) g_ptr_array_unref,
                wijk_pdf_get_links_async,
                cancellable,
                callback,
                user_data);
}

GPtrArray *
wijk_pdf_get_links_finish (WijkPdf *self, GAsyncResult *result, GError **error)
{
  return get_answer (self, result, wijk_pdf_get_links_async, error);
}

void
wijk_pdf_get_annotations_async (WijkPdf *self,
                                guint page,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const WijkRequest request = wijk_request_new (WIJK_REQUEST_ANNOTATIONS, page);

  g_return_if_fail (WIJK_IS_PDF (self));
  g_return_if_fail (page < wijk_pdf_get_n_pages (self));

  wijk_pdf_ask (self,
                &request,
                wijk_pdf_decode_annotations,
                (GDestroyNotify) g_ptr_array_unref,
                wijk_pdf_get_annotations_async,
                cancellable,
                callback,
                user_data);
}

GPtrArray *
wijk_pdf_get_annotations_finish (WijkPdf *self, GAsyncResult *result, GError **error)
{
  return get_answer (self, result, wijk_pdf_get_annotations_async, error);
}
