/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-pdf.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WIJK_TYPE_READER (wijk_reader_get_type ())
G_DECLARE_FINAL_TYPE (WijkReader, wijk_reader, WIJK, READER, GObject)

/* Where the program that reads PDFs lies: $WIJKPLAN_READER, else as installed. */
const char *wijk_reader_get_default_path (void);

/* Opens PDFs with the program at @path, or at the default path if @path is NULL. Each open PDF has
 * a process of its own, so that one file can neither stop nor see another. */
WijkReader *wijk_reader_new (const char *path);

/* Starts a process that waits for the next PDF, if none waits yet. Call it early: it comes up
 * beside the program's own start. Not being able to is no error yet: opening will say so. */
void wijk_reader_warm (WijkReader *self);

/* Opens @file and reads the sizes and labels of all its pages. @name is what messages call the
 * file; NULL takes the file's own name. The PDF belongs to the thread's default main context. Fails
 * with WIJK_PDF_ERROR, G_IO_ERROR of a file that cannot be read, G_IO_ERROR_FAILED where the
 * program cannot be started, or G_IO_ERROR_CANCELLED. */
void wijk_reader_open_async (WijkReader *self,
                             GFile *file,
                             const char *name,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
WijkPdf *wijk_reader_open_finish (WijkReader *self, GAsyncResult *result, GError **error);

G_END_DECLS
