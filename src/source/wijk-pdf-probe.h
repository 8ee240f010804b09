/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

typedef struct
{
  guint n_pages; /* at least 1 */
  char *title;   /* as the file says; "" where it says none */
} WijkPdfInfo;

/* Frees what @info holds, not @info. */
void wijk_pdf_info_clear (WijkPdfInfo *info);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WijkPdfInfo, wijk_pdf_info_clear)

/* Whether @file is a PDF that opens, found out in a process of its own; waits until that is known
 * (at most 10 seconds), on any thread. @name is what messages call the file; NULL takes the file's
 * own name. @info is filled only on success, and may be NULL. Fails with WIJK_PDF_ERROR, G_IO_ERROR
 * of a file that cannot be read, G_IO_ERROR_FAILED where the reading program cannot be started, or
 * G_IO_ERROR_CANCELLED. */
gboolean wijk_pdf_probe (
    GFile *file, const char *name, WijkPdfInfo *info, GCancellable *cancellable, GError **error);

/* The same for a file that is open already. @fd stays the caller's and its position stays where it
 * is. @reader_path is the program that reads, or NULL; each of the two tries may take @timeout_ms.
 */
gboolean wijk_pdf_probe_fd (int fd,
                            const char *name,
                            const char *reader_path,
                            guint timeout_ms,
                            WijkPdfInfo *info,
                            GCancellable *cancellable,
                            GError **error);
