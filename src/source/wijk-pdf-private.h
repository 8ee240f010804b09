/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-pdf-decode.h"
#include "wijk-pdf.h"
#include "wijk-reader-process.h"

/* A PDF that is not open yet. @fd and @process (may be NULL) are taken. */
WijkPdf *wijk_pdf_new (const char *reader_path,
                       guint timeout_ms,
                       int fd,
                       const char *name,
                       WijkReaderProcess *process);

/* Opens it and gets the sizes and labels of its pages; nothing else may be asked before. */
void wijk_pdf_open_async (WijkPdf *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean wijk_pdf_open_finish (WijkPdf *self, GAsyncResult *result, GError **error);

/* Asks its reader; what @decode makes goes to @callback, by g_task_propagate_pointer(). */
void wijk_pdf_ask (WijkPdf *self,
                   const WijkRequest *request,
                   WijkPdfDecode decode,
                   GDestroyNotify free_result,
                   gpointer source_tag,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data);
